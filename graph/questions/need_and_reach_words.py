"""The sentences about need and reach: high need with few links, areas without anybody, and what drives the need."""

import numpy as np

from graph.questions.naming import listing, order
from graph.questions.need_and_reach_areas import Found
from graph.questions.need_and_reach_monitoring import valued
from graph.questions.reservations import placeholders_sentence
from schema.text import Text


def summary(found: Found) -> tuple[Text, ...]:
    """Say where need is high and links are few, where nobody is recorded at all, and what drives the need first."""
    network = found.contacts.network
    short, n = _short(found), len(found.compared.need)
    silent = [_needy(found, k) for k in found.silent.tolist() if not found.presence.actors[k]]
    named = _listed([_needy(found, k) for k in short])
    return (
        *((SHORT.format(names=named, k=len(short), n=n),) if short else ()),
        *((NOWHERE.format(n=n),) if n > 1 and not short else ()),
        *((SILENT.format(names=_listed(silent)),) if silent else ()),
        *_driven(found, short[:1]),
        *placeholders_sentence(network),
    )


def _short(found: Found) -> list[int]:
    """List the areas (by their row) with more need and fewer links, in order of their rank."""
    compared, rows = found.compared, np.flatnonzero(found.known)[found.compared.short]
    chosen = compared.score[compared.short], compared.need[compared.short]
    listed = order(found.contacts.network, found.nodes[rows], -chosen[0], chosen[1])
    ranked: list[int] = rows[listed].tolist()
    return ranked


def _needy(found: Found, k: int) -> Text:
    """Name an area with its need."""
    return valued(found.contacts.network.name(int(found.nodes[k])), float(found.need[k]))


def _listed(names: list[Text]) -> Text:
    return Text(listing([name.de for name in names]).de, listing([name.en for name in names]).en)


def _driven(found: Found, rows: list[int]) -> tuple[Text, ...]:
    """Name what drives the need of some areas."""
    network, nodes = found.contacts.network, [int(found.nodes[k]) for k in rows]
    driven = {network.name(i): found.monitoring.drivers(i) for i in nodes}
    return tuple(DRIVEN.format(area=name, drivers=_listed(list(told))) for name, told in driven.items() if told)


SHORT = Text(
    "Höherer Bedarf, aber weniger Verbindungen als im Mittelfeld, bei {k} von {n} verglichenen Sozialräumen: {names}; "
    "in Klammern der Bedarf zwischen 0 und 1.",
    "More need, yet fewer links than in the middle, in {k} of {n} compared Sozialräume: {names}; in brackets the need "
    "between 0 and 1.",
)
NOWHERE = Text(
    "Unter {n} verglichenen Sozialräumen ist keiner, in dem höherer Bedarf auf weniger Verbindungen trifft.",
    "Among {n} compared Sozialräume there is none in which more need meets fewer links.",
)
SILENT = Text(
    "Höherer Bedarf, aber niemand ist als dort aktiv erfasst: {names}. Ob dort niemand arbeitet oder nur nichts "
    "erfasst ist, zeigt erst die Nachfrage vor Ort.",
    "More need, yet nobody is recorded as active there: {names}. Whether nobody works there or it is only not "
    "recorded, asking on site will show.",
)
DRIVEN = Text(
    "Was den Bedarf in „{area}“ treibt: {drivers}; 1 stünde für den höchsten Bedarf aller Gebiete.",
    "What drives the need in “{area}”: {drivers}; 1 would be the highest need of all areas.",
)
