"""The console for own queries as a page: form, examples, result as table and, where records come back, as network."""

import json
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from schema.catalogue import NODE_TYPES, TIE_TYPES
from schema.text import Lang, Text
from viz import network_words
from viz.addresses import ACTORS, actor_address, address
from viz.edit.sign_in import SIGN_IN
from viz.explorer import cypher_words
from viz.explorer.choosing import Chosen
from viz.explorer.cypher_examples import EXAMPLES, Example
from viz.explorer.cypher_graph import is_record
from viz.explorer.data import Places, ids, net
from viz.explorer.words import PICTURE_LABEL
from viz.network_data import island
from viz.pages import rendered
from viz.served import CYPHER, frame

ROWS_SHOWN = 1_000
EVERYTHING = {"visibility": "confidential", "persons": "true"}
"""What a link from a result must ask for: the query saw it all."""
_LONG = 2_000


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form."""

    query: str = ""
    params: str = ""
    limit: str = "100"
    timeout: str = "10"


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave: its rows, and as far as they hold records, the part of the network with its positions."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    truncated: bool
    seconds: float
    chosen: Chosen
    where: Places


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a query was not run, and what to do."""

    text: Text
    hint: Text


def cypher_page(
    typed: Typed,
    *,
    lang: Lang = "de",
    open_: bool = True,
    result: Result | None = None,
    refusal: Refusal | None = None,
    form_token: str = "",
    static: str = "/static",
) -> str:
    """Write the page; `open_` says whether this reader may run queries."""
    drawn = result is not None and result.chosen.network.n > 0
    return rendered(
        "cypher.html",
        lang,
        **frame(CYPHER, {"query": typed.query, "params": typed.params}, lang, static),
        w=cypher_words,
        nw=network_words,
        label=PICTURE_LABEL,
        action=address(CYPHER, {"lang": lang}),
        sign_in=address(SIGN_IN, {"lang": lang, "next": address(CYPHER, {"lang": lang})}),
        typed=typed,
        open_=open_,
        refusal=refusal,
        form_token=form_token,
        examples=[(example, _example_address(example, lang)) for example in EXAMPLES],
        sample=EXAMPLES[2].params,
        result=result,
        columns=_columns(result, lang),
        rows_shown=ROWS_SHOWN,
        drawn=drawn,
        data=Markup(island(_island(result, lang))) if result is not None and drawn else "",  # noqa: S704 escaped
    )


def _example_address(example: Example, lang: Lang) -> str:
    return address(CYPHER, {"lang": lang, "query": example.query, "params": example.params})


def _columns(result: Result | None, lang: Lang) -> list[tuple[tuple[Text, str], ...]]:
    """Give each row as (what is said, where it leads) by column."""
    rows = result.rows[:ROWS_SHOWN] if result else ()
    return [tuple(_told(value, lang) for value in row) for row in rows]


def _told(value: Any, lang: Lang) -> tuple[Text, str]:
    """Write a value: a node by its name and as a link, a tie by its verb, the rest as JSON."""
    if is_record(value) and value["type"] in NODE_TYPES:
        name = str(value["properties"].get("name", value["id"]))
        return Text(name, name), actor_address(value["id"], {"lang": lang, **EVERYTHING})
    if is_record(value):
        return TIE_TYPES[value["type"]].label, ""
    if isinstance(value, str):
        return Text(value, value), ""
    written = "–" if value is None else json.dumps(_short(value), ensure_ascii=False)
    written = written if len(written) <= _LONG else written[:_LONG] + " …"
    return Text(written, written), ""


def _short(value: Any) -> Any:
    """Put names in place of records within lists and maps."""
    if is_record(value):
        return value["properties"].get("name", value["id"]) if value["type"] in NODE_TYPES else value["type"]
    if isinstance(value, dict):
        return {key: _short(item) for key, item in value.items()}
    return [_short(item) for item in value] if isinstance(value, list | tuple) else value


def _island(result: Result, lang: Lang) -> dict[str, Any]:
    kept = address("", {"lang": lang, **EVERYTHING})
    return {
        **net(result.chosen, result.where, lang),
        "ids": ids(result.chosen),
        "page": {"actors": ACTORS, "kept": kept},
    }
