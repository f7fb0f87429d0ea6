"""Addresses of our own pages that may be saved as views: checked, kept without the language, told in words."""

import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from schema.errors import InputError, Oddity
from schema.text import Lang, Text
from viz import page_words, picture_words
from viz.addresses import ACTORS
from viz.edit import round_words
from viz.served import CHECK_LIST, CYPHER, LEVELS, LIST, MAP, MATRIX, NETWORK, POSITIONS, ROUNDS, viewed

MOST = 2_000
"""Characters of an address."""

_SIGNS = re.compile(r"/(?!/)[!-\[\]-~]*")
"""What an address is written in: printable ASCII but the backslash, which browsers read as a slash."""
_ASIDE = frozenset({"lang", "done", "new"})
"""Options that tell of the reader or of the moment, not of the view."""
_ACTOR = Text("Akteur", "Actor")
_LABELS = {
    NETWORK: picture_words.NETWORK,
    MATRIX: picture_words.MATRIX,
    POSITIONS: picture_words.POSITIONS,
    MAP: picture_words.MAP,
    LIST: page_words.QUESTIONS,
    CHECK_LIST: page_words.CHECKS,
    ROUNDS: round_words.ROUNDS,
    CYPHER: picture_words.CYPHER,
    ACTORS: _ACTOR,
    LEVELS: page_words.LEVELS,
}
_NOT_OURS = Text(
    "Diese Adresse führt zu keiner Seite, die sich merken lässt.", "This address leads to no page that can be saved."
)
_FORM = Text("ist keine Adresse einer unserer Ansichten", "is no address of one of our views")
_TOO_LONG = Text(
    "Die Adresse dieser Ansicht ist mit {n} Zeichen zu lang (höchstens {most}).",
    "The address of this view is too long: {n} characters (at most {most}).",
)
_OPEN_IT = Text("Die Ansicht öffnen und dort „Ansicht merken“ wählen.", "Open the view and choose “Save view” there.")
_FILTER_LESS = Text("Weniger auswählen und noch einmal versuchen.", "Choose less and try again.")


def local_address(given: str) -> str:
    """Give the address of a view as it is kept; InputError where it is not one of our own pages.

    Only a path with what was asked: no scheme, no host, no line break, no way up; what stands behind a # is left out.
    """
    path, _, query = given.partition("#")[0].partition("?")
    if not _SIGNS.fullmatch(given) or any(_way_up(part) for part in path.split("/")) or not viewed(path):
        raise InputError(_NOT_OURS, _OPEN_IT, (_oddity(),))
    asked = [(name, value) for name, value in parse_qsl(query) if name not in _ASIDE]
    kept = path + (f"?{urlencode(asked)}" if asked else "")
    if len(kept) > MOST:
        raise InputError(_TOO_LONG.format(n=len(kept), most=MOST), _FILTER_LESS, (_oddity(),))
    return kept


def opened(kept: str, lang: Lang) -> str:
    """Give the address that opens a view in a language; empty where what is kept is no view of ours (any more)."""
    try:
        path, _, query = local_address(kept).partition("?")
    except InputError:
        return ""
    return f"{path}?{query}&lang={lang}" if query else f"{path}?lang={lang}"


def page_label(kept: str) -> Text:
    """Say which page a view is of, and of which question, check or actor."""
    path = urlsplit(kept).path
    page = next((page for page in _LABELS if path == page or path.startswith(f"{page}/")), LEVELS)
    below = unquote(path.removeprefix(page).strip("/"), errors="replace")
    return (
        Text("{page}: {below}", "{page}: {below}").format(page=_LABELS[page], below=below) if below else _LABELS[page]
    )


def asked_of(kept: str) -> Iterator[tuple[str, str]]:
    """Give what a view asks, by the names of the options."""
    return iter(parse_qsl(urlsplit(kept).query))


def _way_up(part: str) -> bool:
    return part.lower().replace("%2e", ".") in (".", "..")


def _oddity() -> Oddity:
    return Oddity("invalid-field", _FORM, "", field="address", refused=True)
