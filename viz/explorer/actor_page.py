"""The page of one node: record, ties, answers, neighbourhood, history, all in print too."""

from collections.abc import Iterable, Mapping
from typing import Any

from markupsafe import Markup

from graph.neighbourhood import Neighbourhood, neighbourhood, position
from graph.network import Network
from graph.questions.answer import Answer
from schema.nodes import NODES
from schema.text import Lang, Text
from viz import page_words, picture_words
from viz.addresses import ACTORS, Query, actor_address, address, common, segment
from viz.answer_rows import has_level
from viz.edit.desk import RECORD
from viz.explorer import actor_words
from viz.explorer.actor_answers import ASKED, Appearance
from viz.explorer.actor_history import Step
from viz.explorer.actor_record import facts, provenance, tie_groups
from viz.explorer.table import typed
from viz.explorer.view import STOREY_CODES, STOREY_LABELS
from viz.levels.composing import compose
from viz.levels.marks import marks_of
from viz.levels.pictures import drawn
from viz.option_form import OptionField
from viz.pages import rendered
from viz.question_page import question_path
from viz.served import LEVELS, NETWORK, frame, state

TIES_SHOWN = 200
"""Ties of one type that are listed; a matter may have thousands."""
AROUND, STEPS = 60, 2


def actor_page(
    network: Network,
    id: str,
    found: Iterable[Appearance],
    answers: Mapping[str, Answer],
    history: tuple[Step, ...] | None,
    *,
    lang: Lang = "de",
    query: Query | None = None,
    fields: Iterable[OptionField] = (),
    static: str = "/static",
    api: str = "/api/v1",
) -> str:
    """Write the page of a node.

    `network` is cut to what the reader may see; `found` are the rows of the answers that name the node; `answers` mark
    the picture; `history` is None where the reader has no right to it, and so none to edit.
    """
    i, query = position(network, id), query or {}
    kept = {"lang": lang, **common(query)}
    edited: dict[str, Any] = {name: kept[name] for name in ("lang", "scenario") if name in kept}
    cls, row, path = NODES[network.node_type[i]], network.node_rows[i], f"{ACTORS}/{segment(id)}"
    return rendered(
        "actor.html",
        lang,
        **frame(path, query, lang, static),
        **_around(network, id, answers, lang, kept),
        w=actor_words,
        pw=picture_words,
        path=path,
        fields=tuple(fields),
        reset=address(path, {"lang": lang}) if query else "",
        state=state(network),
        name=network.name(i),
        type=typed(network, i),
        class_label=cls.label,
        level=_level(network, i),
        facts=facts(cls, row),
        provenance=provenance(cls, row),
        groups=tie_groups(network, i),
        most=TIES_SHOWN,
        found=[(each, address(question_path(each.answer.question), kept)) for each in found],
        asked=_titles(),
        history=history,
        actor=lambda other: actor_address(other, kept),
        network_address=address(NETWORK, {**kept, "select": id}),
        levels_address=address(LEVELS, {**kept, "focus": id}, "picture") if has_level(network, id) else "",
        edit_address="" if history is None else address(RECORD, {**edited, "id": id}),
        json=address(f"{api}/nodes/{segment(id)}", common(query)),
    )


def _level(network: Network, i: int) -> Text:
    storeys = {code: storey for storey, code in STOREY_CODES.items()}
    return STOREY_LABELS[storeys[int(network.level[i])]]


def _titles() -> Text:
    titles = [question.title for question in ASKED]
    return Text(", ".join(title.de for title in titles), ", ".join(title.en for title in titles))


def _around(
    network: Network, id: str, answers: Mapping[str, Answer], lang: Lang, kept: dict[str, Any]
) -> dict[str, Any]:
    """Draw the neighbourhood on the levels; a matter stands on none, so that nothing is drawn."""
    if not has_level(network, id):
        return {"picture": None, "around": None}
    around: Neighbourhood = neighbourhood(network, id, STEPS, AROUND)
    made = compose(around.network, marks_of(answers), focus=id, persons=True)
    picture = drawn(made, lang, lambda key: actor_address(str(key), kept), inside_page=True)
    return {"picture": Markup(picture), "around": around, "narrow": page_words.NARROW}  # noqa: S704 escaped by viz.svg
