"""The service's own pages: templates that escape whatever is put into them."""

from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from schema.text import Lang

_TEMPLATES = Environment(loader=PackageLoader("api"), autoescape=True, undefined=StrictUndefined)


def rendered(template: str, lang: Lang, **values: Any) -> str:
    """Fill a template in the reader's language."""
    return _TEMPLATES.get_template(f"{template}.html").render(lang=lang, **values)
