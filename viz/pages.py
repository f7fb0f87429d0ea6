"""How pages and files are made of templates: everything put in is escaped, a file carries its own policy."""

import base64
import hashlib
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from graph.questions.written import written
from schema.text import Lang, Text
from viz import page_words

STATIC = Path(__file__).parent / "static"
"""Style sheets and modules that served pages ask for below `/static`."""

_TEMPLATES = Environment(loader=PackageLoader("viz"), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def rendered(template: str, lang: Lang, **values: Any) -> str:
    """Fill a template of `viz/templates` in one language."""

    def t(text: Text) -> str:
        return text.lang(lang)

    return _TEMPLATES.get_template(template).render(
        lang=lang, t=t, p=page_words, cell=partial(written, lang=lang), **values
    )


def digest(content: str) -> str:
    """Give the hash by which a Content-Security-Policy admits one inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"


def policy(styles: Iterable[str] = (), scripts: Iterable[str] = ()) -> str:
    """Write the Content-Security-Policy of a file: nothing but what is in it, admitted by hash; no request at all."""
    admitted = {"style-src": list(map(digest, styles)), "script-src": list(map(digest, scripts))}
    named = [f"{directive} {' '.join(hashes)}" for directive, hashes in admitted.items() if hashes]
    return "; ".join(["default-src 'none'", *named, "img-src data:", "base-uri 'none'", "form-action 'none'"])
