"""What the answer on closed circles says in sentences and counts."""

from collections.abc import Iterable, Mapping, Sequence

from graph.questions.answer import Count
from graph.questions.closed_groups import ClosedGroup, units
from graph.questions.closure import CLOSED_CIRCLE, FEW, NO_TIE_OUT, OPEN_CIRCLE, Closure
from graph.questions.contact_circle_rows import Agreement
from graph.questions.contact_circles import Circles, elsewhere, homes, scattered
from graph.questions.contacts import Contacts
from graph.questions.naming import listing, order, some
from graph.questions.partition_words import looked_at, undivided, without_group
from graph.questions.partitions import GROUPS, KOMMUNEN, LEVELS, RESSORTS, Partition
from graph.questions.reservations import (
    placeholders,
    placeholders_sentence,
    silence,
    without_contacts,
    without_dezernat,
)
from graph.questions.written import written
from schema.nodes import Department
from schema.text import Text

WITHIN = {
    LEVELS.key: Text("innerhalb einer Ebene", "within a level"),
    RESSORTS.key: Text("innerhalb eines Ressorts", "within a department"),
    KOMMUNEN.key: Text("innerhalb einer Kommune", "within a Kommune"),
    GROUPS.key: Text("innerhalb einer Gruppe", "within a group"),
}


def summary(
    contacts: Contacts,
    found: Mapping[str, Closure],
    rows: Mapping[str, Sequence[ClosedGroup]],
    circled: Circles,
    agreements: Iterable[Agreement],
    ressorts: Partition,
) -> tuple[Text, ...]:
    """Say how closed each division is, which groups are closed circles, and how the contact circles lie."""
    said = []
    for key, one in found.items():
        if one.recorded:
            said += [_division(one), *_named(one, rows[key])]
    said += [*_circles(circled, agreements), *_elsewhere(contacts, circled, ressorts)]
    return (*said, *placeholders_sentence(contacts.network))


def _division(found: Closure) -> Text:
    text = Text(
        "Von {n} Kontakten zwischen Akteuren mit {group} bleiben {inside} {within} (E-I-Index {index}; durch Zufall "
        "wären {expected} zu erwarten): {reading}.",
        "Of {n} contacts among actors with a {group}, {inside} stay {within} (E-I index {index}; by chance {expected} "
        "would be expected): {reading}.",
    )
    return text.format(
        n=len(found.between.a),
        inside=int(found.whole.internal[0]),
        group=found.partition.way.group,
        within=WITHIN[found.partition.way.key],
        index=number(found.index),
        expected=number(found.expected),
        reading=found.reading,
    )


def number(value: float) -> Text:
    """Write a number to two digits, as each language does."""
    return Text(*(written(round(float(value), 2), lang) for lang in ("de", "en")))


def _named(found: Closure, rows: Sequence[ClosedGroup]) -> tuple[Text, ...]:
    """Name the groups that are closed circles, and those that are open."""
    groups, said = found.partition.way.groups, []
    for verdicts, text in (((CLOSED_CIRCLE, NO_TIE_OUT), CLOSED_ONES), ((OPEN_CIRCLE,), OPEN_ONES)):
        names = [row.group for row in rows if row.verdict in verdicts]
        if names:
            listed = Text(listing(name.de for name in names).de, listing(name.en for name in names).en)
            said.append(text.format(groups=groups, names=listed))
    return tuple(said)


def _circles(circled: Circles, agreements: Iterable[Agreement]) -> tuple[Text, ...]:
    """Say how many circles there are, and how far they follow the Ressorts."""
    if not circled.n:
        return ()
    count = some(circled.n, Text("Kontaktkreis", "contact circle"), Text("Kontaktkreise", "contact circles"))
    said = [Text("Die Kontakte bilden {count}.", "The contacts form {count}.").format(count=count)]
    for row in agreements:
        if row.over == RESSORTS.groups:
            text = Text(
                "Mit den Ressorts decken sie sich zu {v} (1 wäre völlig, durch Zufall wären es {chance}).",
                "They agree with the departments to {v} (1 would be fully, by chance it would be {chance}).",
            )
            said.append(text.format(v=number(row.v), chance=number(row.by_chance)))
    return tuple(said)


def _elsewhere(contacts: Contacts, circled: Circles, ressorts: Partition) -> tuple[Text, ...]:
    """Count the units that sit in another circle than most of their Ressort, and name the first of them."""
    if not ressorts.divides:
        return ()
    nodes, at_home = elsewhere(contacts, circled, ressorts), _with_home(contacts, circled, ressorts)
    said = []
    if len(nodes):
        names = listing([contacts.network.name(int(i)) for i in nodes[order(contacts.network, nodes)]])
        text = ONE_ELSEWHERE if len(nodes) == 1 else SOME_ELSEWHERE
        said.append(text.format(n=len(nodes), of=at_home, names=names))
    elif at_home:
        said.append(NOBODY_ELSEWHERE)
    if apart := [ressorts.labels[g].de for g in scattered(circled, ressorts).tolist()]:
        said.append(SCATTERED.format(names=listing(apart)))
    return tuple(said)


def _with_home(contacts: Contacts, circled: Circles, ressorts: Partition) -> int:
    """Count the units of Ressorts that have a circle where most of them are."""
    unit = contacts.network.of_type(Department)[ressorts.nodes]
    return int((unit & (homes(circled, ressorts)[ressorts.group[ressorts.nodes]] >= 0)).sum())


def denominator(
    contacts: Contacts, found: Mapping[str, Closure], circled: Circles, ressorts: Partition
) -> tuple[Count, ...]:
    """Count whom each part of the answer looks at."""
    actors, counts = int(contacts.actor.sum()), [looked_at(contacts, one.partition) for one in found.values()]
    label = Text("Kontaktkreise: Akteure mit Kontakt zu Akteuren", "contact circles: actors with contact to actors")
    counts.append(Count(label=label, n=int((circled.circle >= 0).sum()), of=actors))
    if ressorts.divides:
        label = Text(
            "Einheiten, deren Ressort mehrheitlich in einem Kontaktkreis sitzt",
            "units whose department has its majority in one circle",
        )
        n = int(contacts.network.of_type(Department)[ressorts.nodes].sum())
        counts.append(Count(label=label, n=_with_home(contacts, circled, ressorts), of=n))
    return tuple(counts)


def left_out(contacts: Contacts, found: Mapping[str, Closure]) -> tuple[Count, ...]:
    """Count placeholders, actors without a group or without contacts to such, and those without any contact."""
    counts = [*placeholders(contacts.network)]
    for one in found.values():
        counts += without_group(contacts, one.partition)
        groups, ranked = len(one.partition.labels), len(one.ranked_groups)
        if ranked < groups:
            label = SMALL.format(groups=one.partition.way.groups, few=FEW)
            counts.append(Count(label=label, n=groups - ranked, of=groups))
    if "ressorts" in found:
        counts += _small_units(contacts, found["ressorts"])
    return (*counts, *without_contacts(contacts, contacts.actor))


def _small_units(contacts: Contacts, found: Closure) -> tuple[Count, ...]:
    """Count the units that are not ranked, for they have too few contacts or their Ressort nobody else."""
    of = int(contacts.network.of_type(Department)[found.partition.nodes].sum())
    n = of - len(units(contacts, found))
    return (Count(label=SMALL_UNITS.format(few=FEW), n=n, of=of),) if n else ()


def unknown(contacts: Contacts, divided: Iterable[Partition], found: Mapping[str, Closure]) -> tuple[Text, ...]:
    """Say over what the data cannot tell, and what to enter."""
    said = []
    for one in divided:
        if not one.divides:
            said.append(undivided(one, CLOSURE.format(groups=one.way.groups)))
        elif not found[one.way.key].recorded:
            said.append(NONE_WITHIN.format(groups=one.way.groups))
    return (*silence(contacts), *(said if len(contacts.tie) else ()), *without_dezernat(contacts))


SMALL = Text(
    "{groups} mit nur einem Akteur oder weniger als {few} Kontakten",
    "{groups} of one actor or fewer than {few} contacts",
)
SMALL_UNITS = Text(
    "Einheiten mit weniger als {few} Kontakten zu anderen mit Ressort oder allein in ihrem",
    "units with fewer than {few} contacts to others with a department, or alone in theirs",
)
CLOSED_ONES = Text(
    "Geschlossene Kreise unter den {groups} (mindestens drei Viertel der Kontakte bleiben innen): {names}.",
    "Closed circles among the {groups} (at least three quarters of the contacts stay inside): {names}.",
)
OPEN_ONES = Text(
    "Offen unter den {groups} (mindestens drei Viertel der Kontakte führen hinaus, nicht weniger als durch Zufall): "
    "{names}.",
    "Open among the {groups} (at least three quarters of the contacts lead outside, no fewer than by chance): {names}.",
)
NOBODY_ELSEWHERE = Text(
    "Keine Einheit sitzt in einem anderen Kontaktkreis als die meisten ihres Ressorts.",
    "No unit sits in another contact circle than most of its department.",
)
ONE_ELSEWHERE = Text(
    "{n} von {of} Einheiten sitzt in einem anderen Kontaktkreis als die meisten ihres Ressorts: {names}.",
    "{n} of {of} units sits in another contact circle than most of its department: {names}.",
)
SOME_ELSEWHERE = Text(
    "{n} von {of} Einheiten sitzen in einem anderen Kontaktkreis als die meisten ihres Ressorts: {names}.",
    "{n} of {of} units sit in another contact circle than most of their department: {names}.",
)
SCATTERED = Text(
    "Über mehrere Kontaktkreise verteilt, in keinem mit mehr als der Hälfte: {names}.",
    "Spread over several contact circles, with more than half in none: {names}.",
)
CLOSURE = Text("geschlossene Kreise unter ihnen", "closed circles among them")
NONE_WITHIN = Text(
    "Innerhalb der {groups} ist überhaupt kein Kontakt erfasst; dass alle Kontakte hinausführen, liegt an der "
    "Erfassung und sagt nichts über Offenheit.",
    "Within the {groups} no contact at all is recorded; that all contacts lead outside is due to what was recorded and "
    "says nothing about openness.",
)
