"""A picture as a page: the picture, its twin as tables with evidence, its options; served, or as one file."""

from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any

from markupsafe import Markup

from schema.text import Lang, Text
from viz import picture_words
from viz.addresses import Query, actor_address, address, common
from viz.answer_rows import Evidence, evidence
from viz.changes import telling
from viz.changes import words as change_words
from viz.option_form import OptionField
from viz.pages import STATIC, policy, rendered
from viz.picture import Picture
from viz.picture_fields import Offer
from viz.served import frame, state
from viz.sheet import styles

PIECES = 20
"""Pieces of evidence told of a row; the questions and the JSON have them all."""


def picture_page(
    picture: Picture,
    *,
    lang: Lang = "de",
    query: Query | None = None,
    fields: Iterable[OptionField] = (),
    ways: Mapping[str, Offer] = MappingProxyType({}),
    static: str = "/static",
) -> str:
    """Write the served page of a picture: it links to itself, to its files and to the records of its evidence.

    `ways` are the values of an option that stand above the picture as links.
    """
    path, asked = f"/{picture.name}", query or {}
    return rendered(
        "picture.html",
        lang,
        **_shared(picture, lang),
        **frame(path, asked, lang, static),
        path=path,
        fields=tuple(fields),
        ways=tuple(_ways(path, asked, lang, ways)),
        reset=address(path, {"lang": lang}) if asked else "",
        files=files(path, asked, lang),
        record=lambda id: actor_address(id, {"lang": lang, **common(asked)}),
        style="",
    )


def _ways(path: str, asked: Query, lang: Lang, ways: Mapping[str, Offer]) -> Iterator[tuple[Text, str, bool]]:
    for option, offer in ways.items():
        for value, said in offer:
            yield said, address(path, {"lang": lang, **asked, option: value}), asked.get(option, "") == value


def files(path: str, query: Query, lang: Lang) -> tuple[tuple[str, str], ...]:
    """Name the files that a picture is handed out as, with the address of each."""
    return tuple((suffix.upper(), address(f"{path}.{suffix}", {"lang": lang, **query})) for suffix in FILES)


def picture_file(picture: Picture, *, lang: Lang = "de") -> str:
    """Write a picture as one HTML file that holds everything and a policy that admits nothing else."""
    changed = (STATIC / "changes.css").read_text("utf-8") if picture.changes else ""
    style = (STATIC / "page.css").read_text("utf-8") + styles(picture.name) + changed
    return rendered(
        "picture.html",
        lang,
        **_shared(picture, lang),
        policy=policy(styles=[style]),
        style=Markup(style),  # noqa: S704 our own style sheets
        record=None,
    )


def _shared(picture: Picture, lang: Lang) -> dict[str, Any]:
    changes = telling.table(picture.changes) if picture.changes else None
    tables = (*picture.tables, changes) if changes else picture.tables
    ids = {id for table in tables for row in table.rows for id in row.evidence[:PIECES]}
    drawn = picture.svg(lang, "#{}".format, inside_page=True)
    return {
        "made": picture,
        "changes": changes,
        "before": _image(picture.before.svg(lang)) if picture.before else "",
        "c": change_words,
        "w": picture_words,
        "state": state(picture.network),
        "picture": Markup(drawn),  # noqa: S704 made of escaped parts by viz.svg
        "evidence": _evidence(picture, ids),
        "pieces": PIECES,
    }


def _evidence(picture: Picture, ids: set[str]) -> Mapping[str, Evidence]:
    """Tell what the evidence is; what is gone with a scenario is told without a way to a page of it."""
    network, before = picture.network, picture.before
    found = evidence(network, ids)
    if before is None:
        return found
    known = {*network.ids, *(str(row["id"]) for row in network.tie_rows)}
    gone = evidence(before.network, ids - known)
    return {**found, **{id: replace(one, node=False) for id, one in gone.items()}}


def _image(svg: str) -> str:
    """Write a picture as the address of an image that is in the page itself."""
    return f"data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}"


FILES: Mapping[str, Callable[[Picture, Lang], str | bytes]] = {
    "html": lambda picture, lang: picture_file(picture, lang=lang),
    "svg": lambda picture, lang: picture.svg(lang),
    "png": lambda picture, lang: picture.png(lang),
}
"""The kinds of file that a picture is handed out as, by the ending."""
