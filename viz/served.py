"""What frames every served page: the way to the other pages and to the other language, with what was asked."""

from typing import Any

from graph.network import Network
from schema.text import Lang, Text
from viz import page_words, picture_words
from viz.addresses import ACTORS, Query, address, common
from viz.edit import round_words
from viz.edit import words as edit_words

LEVELS, NETWORK, MATRIX, POSITIONS, MAP = "/", "/network", "/matrix", "/positions", "/map"
CYPHER, ROUNDS, VIEWS, NEW_VIEW = "/cypher", "/rounds", "/views", "/views/new"
LIST, CHECK_LIST, DOSSIER, EDIT, INTERFACE = "/questions", "/checks", "/report", "/edit", "/api"
VIEWED = (LEVELS, NETWORK, MATRIX, POSITIONS, MAP, LIST, CHECK_LIST, ROUNDS, CYPHER)
"""The pages that can be saved as a view; and below some of them, those of one question, check, round or actor."""
VIEWED_BELOW = (LIST, CHECK_LIST, ROUNDS, ACTORS)
MOST_SENT = 10_000
"""Characters of an address that is handed on in another one; whoever saves it hears if it is too long to be kept."""
_LANGUAGES = (("de", "Deutsch"), ("en", "English"))


def frame(path: str, query: Query, lang: Lang, static: str) -> dict[str, Any]:
    """Give the templates the navigation of the page at `path`, asked with `query`."""
    said = {"lang": lang, **common(query)}
    return {
        "static": static,
        "policy": "",
        "pages": (
            (page_words.LEVELS, address(LEVELS, said), _here(path, LEVELS)),
            (picture_words.NETWORK, address(NETWORK, said), _here(path, NETWORK)),
            (picture_words.MATRIX, address(MATRIX, said), _here(path, MATRIX)),
            (picture_words.POSITIONS, address(POSITIONS, said), _here(path, POSITIONS)),
            (picture_words.MAP, address(MAP, said), _here(path, MAP)),
            (page_words.QUESTIONS, address(LIST, said), _here(path, LIST)),
            (page_words.CHECKS, address(CHECK_LIST, said), _here(path, CHECK_LIST)),
            (round_words.ROUNDS, address(ROUNDS, said), _here(path, ROUNDS)),
            (page_words.DOSSIER, address(DOSSIER, said), _here(path, DOSSIER)),
            (edit_words.EDIT, address(EDIT, {"lang": lang, "scenario": said.get("scenario", "")}), _here(path, EDIT)),
            (picture_words.CYPHER, address(CYPHER, {"lang": lang}), _here(path, CYPHER)),
            (page_words.INTERFACE, address(INTERFACE, {"lang": lang}), ""),
        ),
        "save_view": _save_view(path, query, lang),
        "languages": tuple((code, name, address(path, {**query, "lang": code})) for code, name in _LANGUAGES),
    }


def viewed(path: str) -> bool:
    """Say whether a page can be saved as a view."""
    return path in VIEWED or any(path.startswith(f"{page}/") for page in VIEWED_BELOW)


def _save_view(path: str, query: Query, lang: Lang) -> str:
    """Write the address of the form that saves this page; empty where it cannot be saved or is far too long."""
    here = address(path, query)
    return address(NEW_VIEW, {"lang": lang, "address": here}) if viewed(path) and len(here) <= MOST_SENT else ""


def _here(path: str, page: str) -> str:
    """Say by `aria-current` that a page is this one, or that this one lies below it."""
    return "page" if path == page else "true" if page != LEVELS and path.startswith(f"{page}/") else ""


def state(network: Network) -> Text:
    """Say of what day, of which data and of which Kommune a cut network is."""
    day = network.as_of.isoformat() if network.as_of else page_words.NOW
    said = [(page_words.STATE if network.version else page_words.DAY).format(day=day, version=network.version)]
    if network.kommune is not None:
        said.append(page_words.KOMMUNE.format(name=network.name(network.index[network.kommune])))
    if network.scenario is not None:
        said.append(page_words.SCENARIO.format(name=network.scenario))
    return Text(" · ".join(part.de for part in said), " · ".join(part.en for part in said))
