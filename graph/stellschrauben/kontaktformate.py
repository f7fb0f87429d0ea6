"""Stellschraube 9: key actors inside and outside are met in dialogue, not in collective formats only."""

from dataclasses import dataclass

from graph.questions.answer import Count
from graph.stellschrauben.check import check
from graph.stellschrauben.dialogue import Talk, talks
from graph.stellschrauben.draft import Draft
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.kontaktformate_words import (
    ALL,
    COLLECTIVE,
    INSIDE,
    NOBODY,
    ONE_COLLECTIVE,
    ONE_SIDE,
    OUTSIDE,
    SILENT,
    SOME,
)
from graph.stellschrauben.status import Status, by_share
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import about_agency, count
from schema.nodes import Committee, Department, Organisation, Person
from schema.text import Text
from schema.ties import CooperatesWith, Leads, TakesPart


@dataclass(frozen=True)
class KeyActor:
    """A key actor, whether it stands outside, and its recorded contacts, those of its head included."""

    node: int
    outside: bool
    found: list[Talk]

    @property
    def dialogic(self) -> list[Talk]:
        """List the contacts that are dialogic."""
        return [talk for talk in self.found if talk.dialogic]

    @property
    def collective(self) -> bool:
        """Say whether contacts are recorded, all of them collective."""
        return bool(self.found) and all(talk.dialogic is False for talk in self.found)

    @property
    def vague(self) -> bool:
        """Say whether nothing shows a dialogue while some contact does not tell its kind."""
        return not self.dialogic and any(talk.dialogic is None for talk in self.found)


@check(
    9,
    "kontaktformate",
    title=Text("Dialogische Kontaktformate", "Dialogic contact"),
    demand=Text(
        "Werden die Beziehungen zu Schlüsselakteuren innerhalb und außerhalb der Verwaltung in dialogischen "
        "Kontaktformaten aufgebaut?",
        "Are relations with key actors inside and outside the administration built in dialogic formats?",
    ),
    definition=Text(
        "Erfüllt, wenn jeder Schlüsselakteur innen und außen einen dialogischen Kontakt hat (bei Einheiten und Gremien "
        "zählt auch der ihrer Leitung); teilweise ab der Hälfte oder wenn nur eine Seite erfasst ist. Kollektive "
        "Formate allein zählen nicht.",
        "Met when every key actor inside and outside has a dialogic contact (for units and bodies that of their head "
        "counts too); partly from half of them on, or when one side only is recorded. Collective formats alone do not "
        "count.",
    ),
    counts=(CooperatesWith, TakesPart, Leads),
)
def kontaktformate(ground: Ground) -> Verdict:
    """Look at each key actor for a dialogic contact."""
    actors = _actors(ground)
    yes = [one for one in actors if one.dialogic]
    silent = [one for one in actors if _silent(one, actors)]
    status = by_share(len(yes), len(silent), len(actors), ground.settings.key_actors_partly)
    if status is Status.MET and len({one.outside for one in actors}) < 2:
        status = Status.PARTLY
    lacking = [one for one in actors if one not in yes and one not in silent]
    return Verdict(
        status,
        _sentence(actors, yes, silent, status),
        about_agency(ground),
        _looked_at(actors),
        speaking_for=tuple(id for one in yes for id in _evidence(ground, one, one.dialogic)),
        against=tuple(id for one in lacking for id in _evidence(ground, one, one.found)),
        unknown=_unknown(actors),
        change=_change(ground, actors),
    )


def _actors(ground: Ground) -> list[KeyActor]:
    """List the key actors, the agency left out: it has no counterpart in itself."""
    found = [i for i in ground.nodes(Person, Organisation, Committee, Department) if ground.row(i).get("key_actor")]
    return [_actor(ground, i) for i in found if i not in ground.agencies]


def _actor(ground: Ground, i: int) -> KeyActor:
    external = ground.row(i).get("external", ground.is_a(i, Organisation))
    return KeyActor(i, bool(external), talks(ground, [i, *ground.heads(i)]))


def _silent(one: KeyActor, actors: list[KeyActor]) -> bool:
    """Say whether the data are silent: its contacts tell no kind, or none are recorded of anybody on its side."""
    side = any(other.found for other in actors if other.outside == one.outside)
    return one.vague or not (one.found or side)


def _sentence(actors: list[KeyActor], yes: list[KeyActor], silent: list[KeyActor], status: Status) -> Text:
    if not actors:
        return NOBODY
    outside = sum(one.outside for one in actors)
    one_side = len(yes) == len(actors) and outside in (0, len(actors))
    text = ONE_SIDE if one_side else {Status.MET: ALL, Status.UNKNOWN: SILENT}.get(status, SOME)
    return text.format(
        all=len(actors),
        n=len(yes),
        silent=len(silent),
        inside=len(actors) - outside,
        outside=outside,
        yes_in=sum(not one.outside for one in yes),
        yes_out=sum(one.outside for one in yes),
        side=INSIDE if outside else OUTSIDE,
    )


def _evidence(ground: Ground, one: KeyActor, found: list[Talk]) -> tuple[str, ...]:
    return (ground.network.ids[one.node], *(id for talk in found for id in talk.evidence))


def _unknown(actors: list[KeyActor]) -> tuple[Text, ...]:
    n = sum(one.collective for one in actors)
    return () if not n else (ONE_COLLECTIVE,) if n == 1 else (COLLECTIVE.format(n=n),)


def _looked_at(actors: list[KeyActor]) -> tuple[Count, ...]:
    def told(de: str, en: str, *, outside: bool) -> Count:
        side = [one for one in actors if one.outside == outside]
        return count(de, en, sum(bool(one.dialogic) for one in side), len(side))

    return (
        count("Schlüsselakteure", "key actors", len(actors)),
        told("innen, im Dialog", "inside, in dialogue", outside=False),
        told("außen, im Dialog", "outside, in dialogue", outside=True),
    )


def _change(ground: Ground, actors: list[KeyActor]) -> Change:
    """Propose a dialogue of the agency with each key actor that has none, and a key actor for the side without any."""
    draft = Draft(ground, 9)
    agency = draft.agency()
    lacking = [ground.network.ids[one.node] for one in actors if not one.dialogic]
    if not any(not one.outside for one in actors):
        unit = draft.node(Department, "innen", "Amt (Vorschlag)", kind="Amt", key_actor=True)
        lacking.append(draft.within(unit, draft.kommune()))
    if not any(one.outside for one in actors):
        lacking.append(
            draft.node(Organisation, "aussen", "Träger im Sozialraum (Vorschlag)", kind="Träger", key_actor=True)
        )
    for id in lacking:
        draft.tie(CooperatesWith, agency, id, contact_kind="dialogic", last_contact=ground.day)
    text = Text(
        "Die Agentur sucht das Gespräch mit jedem Schlüsselakteur, mit dem noch keines erfasst ist.",
        "The agency seeks a talk with every key actor with whom none is recorded yet.",
    )
    return draft.change(text)
