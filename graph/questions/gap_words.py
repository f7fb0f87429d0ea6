"""What the answer about gaps says in words: the summary, and of what the data are silent."""

from typing import Any

import numpy as np

from graph.measures.arrays.matrices import Floats
from graph.network import Mask
from graph.questions.contacts import Contacts
from graph.questions.naming import listing, some
from graph.questions.pair_gaps import PairGap
from graph.questions.reservations import placeholders_sentence, silence
from graph.questions.sharing import Sharing, levels_known
from schema.text import Text


def summary(contacts: Contacts, tables: dict[str, Any], found: Sharing, gaps: Mask) -> tuple[Text, ...]:
    """Say how many pairs lack a contact, which pair shares most, and how many gaps of the other kinds there are."""
    said = []
    if gaps.any():
        said += [OPEN.format(n=int(gaps.sum()), all=len(found.a)), _heaviest(tables["pairs"][0])]
    elif tables["unclear"]:
        said += [UNCLEAR.format(n=int((~found.tied).sum())), _heaviest(tables["unclear"][0])]
    counted = [some(len(tables[key]), *noun) for key, noun in KINDS.items() if tables[key]]
    if counted:
        kinds = Text(", ".join(c.de for c in counted), ", ".join(c.en for c in counted))
        said.append(Text("Außerdem: {kinds}.", "Also: {kinds}.").format(kinds=kinds))
    return (*said, *placeholders_sentence(contacts.network))


def _heaviest(gap: PairGap) -> Text:
    """Name the pair that shares most, and who could bring the two together."""
    text = Text("Am meisten teilen {a} und {b}: {shared}{bridge}.", "{a} and {b} share most: {shared}{bridge}.")
    through = Text("; eine Brücke führt über {names}", "; a bridge leads through {names}")
    names = listing(step.name for step in gap.bridge)
    bridge = through.format(names=names) if gap.bridge else Text("", "")
    return text.format(
        a=gap.first.name,
        b=gap.second.name,
        shared=listing((thing.name for thing in gap.shared), most=4, total=gap.things),
        bridge=bridge,
    )


def unknown(contacts: Contacts, recorded: dict[str, bool], found: Sharing, need: Floats) -> tuple[Text, ...]:
    """Say which kinds of gaps the data cannot show, and what to enter so that they could."""
    checks = (
        (not len(found.a), NOTHING_SHARED),
        (bool(contacts.actor.any()) and not levels_known(contacts), NO_LEVELS),
        (bool(contacts.area.any()) and bool(np.isnan(need[contacts.area]).all()), NO_NEED),
        *((not recorded[key], text) for key, text in SILENT.items()),
    )
    return (*silence(contacts), *(text for silent, text in checks if silent))


OPEN = Text(
    "{n} von {all} Paaren, die etwas teilen, haben keinen erfassten Kontakt.",
    "{n} of {all} pairs that share something have no recorded contact.",
)
UNCLEAR = Text(
    "{n} Paare teilen etwas, doch ob sie Kontakt haben, sagen die Daten nicht.",
    "{n} pairs share something, yet whether they have a contact the data do not say.",
)
_PAPERS = "deren Vorlagen kein Gremium oder keinen Sozialraum erreichen", "whose papers reach no committee or area"
KINDS = {
    "areas_without_vertical": (
        Text("Sozialraum ohne Verbindung nach oben", "Sozialraum without a link upwards"),
        Text("Sozialräume ohne Verbindung nach oben", "Sozialräume without a link upwards"),
    ),
    "areas_without_actors": (
        Text("Sozialraum ohne Akteure", "Sozialraum without actors"),
        Text("Sozialräume ohne Akteure", "Sozialräume without actors"),
    ),
    "areas_without_conference": (
        Text("Sozialraum ohne Konferenz", "Sozialraum without a conference"),
        Text("Sozialräume ohne Konferenz", "Sozialräume without a conference"),
    ),
    "gemeinden_without_counterpart": (
        Text("Gemeinde ohne Counterpart", "Gemeinde without a counterpart"),
        Text("Gemeinden ohne Counterpart", "Gemeinden without a counterpart"),
    ),
    "papers_that_reach_nobody": (
        Text(f"Verwaltungseinheit, {_PAPERS[0]}", f"department {_PAPERS[1]}"),
        Text(f"Verwaltungseinheiten, {_PAPERS[0]}", f"departments {_PAPERS[1]}"),
    ),
    "leaders_without_dialogue": (
        Text("Leitung ohne dialogischen Kontakt", "leader without dialogic contact"),
        Text("Leitungen ohne dialogischen Kontakt", "leaders without dialogic contact"),
    ),
    "target_groups_without_format": (
        Text("Zielgruppe, die kein Format erreicht", "target group that no format reaches"),
        Text("Zielgruppen, die kein Format erreicht", "target groups that no format reaches"),
    ),
    "divisions_apart": (
        Text("Paar von Raumzuschnitten, das nicht zusammenpasst", "pair of divisions that do not fit"),
        Text("Paare von Raumzuschnitten, die nicht zusammenpassen", "pairs of divisions that do not fit"),
    ),
}
"""What each further table lists, in the singular and in the plural."""

NOTHING_SHARED = Text(
    "Gemeinsame Sozialräume, Fachplanungen, Zielgruppen oder Gremien sind nicht erfasst; Lücken zwischen Akteuren "
    "lassen sich nicht bestimmen.",
    "No shared Sozialräume, Fachplanungen, target groups or committees are recorded; gaps between actors cannot be "
    "determined.",
)
NO_LEVELS = Text(
    "Von keinem Akteur ist die Ebene bekannt; die Politik lässt sich nicht ausnehmen, und alle Akteure zählen.",
    "The level of no actor is known; politics cannot be told apart, and all actors count.",
)
NO_NEED = Text(
    "Indikatoren je Sozialraum sind nicht erfasst; der Bedarf wiegt nicht mit.",
    "No indicators by Sozialraum are recorded; need carries no weight.",
)
SILENT = {
    "vertical": Text(
        "Zwischen den Ebenen ist keine Verbindung erfasst; welche Sozialräume nach oben nicht angebunden sind, ist "
        "unbekannt.",
        "No tie between levels is recorded; which Sozialräume lack a link upwards is unknown.",
    ),
    "actors": Text(
        "Wer in welchem Sozialraum tätig ist (ACTIVE_IN), ist nicht erfasst; Sozialräume ohne Akteure sind unbekannt.",
        "It is not recorded who is active in which Sozialraum (ACTIVE_IN); Sozialräume without actors are unknown.",
    ),
    "conference": Text(
        "Sozialraumkonferenzen sind nicht erfasst; wo eine fehlt, ist unbekannt.",
        "No Sozialraumkonferenzen are recorded; where one is missing is unknown.",
    ),
    "gemeinden": Text(
        "Kreisangehörige Gemeinden sind nicht erfasst; nach Counterparts wird nicht gefragt.",
        "No Gemeinden within a Kreis are recorded; counterparts are not asked for.",
    ),
    "counterpart": Text(
        "Counterparts (COUNTERPART_OF) sind nicht erfasst; welche Gemeinde keinen hat, ist unbekannt.",
        "No counterparts (COUNTERPART_OF) are recorded; which Gemeinde has none is unknown.",
    ),
    "consulted": Text(
        "Beratungen von Vorlagen in Gremien sind nicht erfasst; ob Vorlagen ein Gremium erreichen, ist unbekannt.",
        "No consultations of papers in committees are recorded; whether papers reach a committee is unknown.",
    ),
    "located": Text(
        "Welche Sozialräume Vorlagen betreffen, ist nicht erfasst; ob Vorlagen einen erreichen, ist unbekannt.",
        "It is not recorded which Sozialräume papers concern; whether papers reach an area is unknown.",
    ),
    "leaders": Text(
        "Leitungen (LEADS) sind nicht erfasst; wer von ihnen ohne dialogischen Kontakt ist, ist unbekannt.",
        "No leaders (LEADS) are recorded; which of them lack dialogic contact is unknown.",
    ),
    "dialogue": Text(
        "Dialogische Kontakte sind nicht erfasst (Kontaktform an COOPERATES_WITH, Gespräche als Format); welchen "
        "Leitungen sie fehlen, ist unbekannt.",
        "No dialogic contacts are recorded (kind of contact on COOPERATES_WITH, conversations as Format); which "
        "leaders lack them is unknown.",
    ),
    "reached": Text(
        "Welche Zielgruppen Formate erreichen (REACHES), ist nicht erfasst; welche keines erreicht, ist unbekannt.",
        "It is not recorded which target groups formats reach (REACHES); which of them none reaches is unknown.",
    ),
    "divisions": Text(
        "Raumzuschnitte der Fachplanungen (USES, BELONGS_TO) sind nicht erfasst; ob sie zusammenpassen, ist unbekannt.",
        "Divisions of the plannings (USES, BELONGS_TO) are not recorded; whether they fit together is unknown.",
    ),
}
"""For each kind of link that may not be recorded at all: what is therefore unknown."""
