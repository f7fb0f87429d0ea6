"""Stellschraube 8: what is known in the Sozialräume comes up, and what is decided comes down again."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

import numpy as np

from graph.questions.answer import Count
from graph.questions.contacts import Contacts
from graph.questions.directions import LIFEWORLD
from graph.questions.levels import ONE_WAY
from graph.stellschrauben.check import check
from graph.stellschrauben.draft import Draft
from graph.stellschrauben.gegenstrom_words import (
    ALL,
    AREAS,
    CONFERENCES,
    CUT_OFF,
    DOWN_ONLY,
    NEITHER,
    NO_BODY,
    NO_PLACE,
    SILENT,
    SOME,
    UP_ONLY,
)
from graph.stellschrauben.ground import Ground
from graph.stellschrauben.links import starts
from graph.stellschrauben.status import Status, by_share
from graph.stellschrauben.verdict import Change, Verdict
from graph.stellschrauben.words import about_agency, count, named
from schema.nodes import Committee, Sozialraum
from schema.text import Text
from schema.ties import (
    ACTORS,
    ActiveIn,
    CooperatesWith,
    CounterpartOf,
    Leads,
    MemberOf,
    ReportsTo,
    Steers,
    WorksIn,
)

BOTH_WAYS = (CooperatesWith, CounterpartOf, MemberOf, WorksIn, Leads)
"""Ties through which something passes in either direction; a report and a steer pass one way only."""
Distances = Mapping[int, int]


class Currents:
    """How far each place is from the steering body, upwards and downwards.

    A path runs through administration and politics; of the lifeworld only who is a member of the conference, or active
    in the area, may stand in it: that two associations know each other carries no decision down.
    """

    def __init__(self, ground: Ground) -> None:
        """Walk from the steering body with the current and against it."""
        self.conferences = [i for i in ground.nodes(Committee) if ground.row(i).get("kind") == "Sozialraumkonferenz"]
        self.places = self.conferences or _areas(ground)
        forth, back = _passes(ground)
        ends_here = np.flatnonzero(Contacts.of(ground.network, persons=True).level == LIFEWORLD).tolist()
        stops = set(ends_here) - set(ground.steering)
        self._down, self._up = _walk(forth, ground.steering, stops), _walk(back, ground.steering, stops)
        self.cut_off = len(self._down) <= len(ground.steering) and len(self._up) <= len(ground.steering)
        self._tied = {*forth, *back}
        there = ground.links(MemberOf if self.conferences else ActiveIn)
        self._there = {i: starts(there.into(i)) for i in self.places}

    def within(self, steps: int, i: int, *, down: bool) -> bool:
        """Say whether a node, or who is a member or active there, is so near in one direction."""
        distances = self._down if down else self._up
        near = [distances[i]] if i in distances else []
        near += [distances[actor] + 1 for actor in self._there.get(i, ()) if actor in distances]
        return bool(near) and min(near) <= steps

    def silent(self, i: int) -> bool:
        """Say whether nothing is recorded by which a place could be reached."""
        return self.cut_off or not any(actor in self._tied for actor in (i, *self._there[i]))


@check(
    8,
    "gegenstrom",
    title=Text("Gegenstromprinzip", "Countercurrent"),
    demand=Text(
        "Bleiben die Planenden anschlussfähig an die Handlungsnetze vor Ort, etwa durch Sozialraumkonferenzen?",
        "Do the planners stay connected with the networks on the spot, say by Sozialraumkonferenzen?",
    ),
    definition=Text(
        "Erfüllt, wenn von jeder Sozialraumkonferenz (ohne solche: von jedem Sozialraum) ein Weg nach oben zum "
        "steuernden Gremium und einer zurück führt, jeweils in höchstens vier Schritten; teilweise ab der Hälfte. "
        "Berichte und Steuerung gelten in einer Richtung, alle anderen Kontakte in beiden. Der Weg läuft über "
        "Verwaltung und Politik; aus der Lebenswelt zählt nur, wer in der Konferenz Mitglied oder im Sozialraum aktiv "
        "ist.",
        "Met when from every Sozialraumkonferenz (without any: every Sozialraum) a path leads up to the steering body "
        "and one back, each of four steps at most; partly from half of them on. Reports and steering pass one way, all "
        "other contacts both ways. The path runs through administration and politics; of the lifeworld only who is a "
        "member of the conference or active in the area counts.",
    ),
    counts=(*ONE_WAY, *BOTH_WAYS, ActiveIn),
)
def gegenstrom(ground: Ground) -> Verdict:
    """Look from each place for a path to the steering body and for one back."""
    if not ground.steering:
        return Verdict(Status.UNKNOWN, NO_BODY, about_agency(ground), change=_change(ground, None))
    currents, steps = Currents(ground), ground.settings.steps
    places = currents.places
    up, down = ({i for i in places if currents.within(steps, i, down=way)} for way in (False, True))
    both, silent = sorted(up & down), [i for i in places if currents.silent(i)]
    status = by_share(len(both), len(silent), len(places), ground.settings.both_ways_partly)
    lacking = sorted(set(places) - set(both))
    return Verdict(
        status,
        _sentence(ground, currents, status, up, down),
        ground.network.ids[ground.steering[0]],
        _looked_at(currents, up, down),
        speaking_for=ground.ids(*both),
        against=ground.ids(*(i for i in lacking if i not in silent)),
        unknown=_unknown(ground, silent),
        change=_change(ground, currents),
    )


def _areas(ground: Ground) -> list[int]:
    """List the Sozialräume of the kinds in which anybody is active, or all where nobody is."""
    active = {ground.row(link.end).get("kind") for link in ground.links(ActiveIn).all}
    found = ground.nodes(Sozialraum)
    return [i for i in found if ground.row(i).get("kind") in active] if active else found


def _passes(ground: Ground) -> tuple[dict[int, set[int]], dict[int, set[int]]]:
    """Give for each actor to whom something passes from it, and from whom to it."""
    forth: dict[int, set[int]] = defaultdict(set)
    for link in ground.links(*ONE_WAY, *BOTH_WAYS).all:
        if ground.is_a(link.start, *ACTORS) and ground.is_a(link.end, *ACTORS):
            forth[link.start].add(link.end)
    for link in ground.links(*BOTH_WAYS).all:
        forth[link.end].add(link.start)
    back: dict[int, set[int]] = defaultdict(set)
    for i, others in forth.items():
        for other in others:
            back[other].add(i)
    return forth, back


def _walk(passes: Mapping[int, set[int]], beginning: Iterable[int], stops: set[int]) -> Distances:
    """Count the steps from some nodes to all that can be reached; nothing passes through the `stops`."""
    distances = dict.fromkeys(beginning, 0)
    reached = list(distances)
    for i in reached:
        for other in sorted(() if i in stops else passes.get(i, ())):
            if other not in distances:
                distances[other] = distances[i] + 1
                reached.append(other)
    return distances


def _sentence(ground: Ground, currents: Currents, status: Status, up: set[int], down: set[int]) -> Text:
    places = currents.places
    if not places:
        return NO_PLACE
    text = {Status.MET: ALL, Status.UNKNOWN: CUT_OFF if currents.cut_off else SILENT}.get(status, SOME)
    ways = ((UP_ONLY, up - down), (DOWN_ONLY, down - up), (NEITHER, set(places) - up - down))
    told = [way.format(names=named(ground, sorted(those))) for way, those in ways if those]
    return text.format(
        n=len(up & down),
        all=len(places),
        places=CONFERENCES if currents.conferences else AREAS,
        body=ground.network.name(ground.steering[0]),
        steps=ground.settings.steps,
        silent=sum(map(currents.silent, places)),
        one_way=Text("".join(t.de for t in told), "".join(t.en for t in told)),
    )


def _unknown(ground: Ground, silent: list[int]) -> tuple[Text, ...]:
    text = Text("Ohne erfasste Verbindungen: {names}.", "Without recorded ties: {names}.")
    return (text.format(names=named(ground, silent)),) if silent else ()


def _looked_at(currents: Currents, up: set[int], down: set[int]) -> tuple[Count, ...]:
    n, found = len(currents.places), currents.conferences
    return (
        count("Sozialraumkonferenzen", "Sozialraumkonferenzen", n) if found else count("Sozialräume", "areas", n),
        count("mit Weg nach oben", "with a path upwards", len(up), n),
        count("mit Weg nach unten", "with a path downwards", len(down), n),
    )


def _change(ground: Ground, currents: Currents | None) -> Change:
    """Propose that the agency keeps contact with each place that lacks a way, and with the steering body."""
    draft, steps = Draft(ground, 8), ground.settings.steps
    body, agency = draft.steering(), draft.agency()
    at = ground.network.index.get(agency)
    if not _near(currents, at, steps, down=False):
        draft.tie(ReportsTo, agency, body)
    if not _near(currents, at, steps, down=True):
        draft.tie(Steers, body, agency)
    places = (currents or Currents(ground)).places
    for i in places:
        if currents is None or not all(currents.within(steps, i, down=down) for down in (False, True)):
            _reach(draft, agency, i)
    if not places:
        name = "Sozialraumkonferenz (Vorschlag)"
        made = draft.within(draft.node(Committee, "konferenz", name, kind="Sozialraumkonferenz"), draft.kommune())
        draft.tie(CooperatesWith, agency, made, contact_kind="dialogic", last_contact=ground.day)
    text = Text(
        "Die Agentur hält Kontakt zu jedem Ort, von dem ein Weg fehlt, und bringt dessen Sicht in das steuernde "
        "Gremium.",
        "The agency keeps contact with every place that lacks a way, and carries its view into the steering body.",
    )
    return draft.change(text)


def _near(currents: Currents | None, agency: int | None, steps: int, *, down: bool) -> bool:
    """Say whether the agency is so close to the steering body that one step more still counts."""
    return currents is not None and agency is not None and currents.within(steps - 1, agency, down=down)


def _reach(draft: Draft, agency: str, i: int) -> None:
    place = draft.ground.network.ids[i]
    if draft.ground.is_a(i, Sozialraum):
        draft.tie(ActiveIn, agency, place)
    else:
        draft.tie(CooperatesWith, agency, place, contact_kind="dialogic", last_contact=draft.ground.day)
