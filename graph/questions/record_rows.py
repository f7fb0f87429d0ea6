"""The rows that say on what the network rests: what is not known of nodes, and sources, types and age of ties."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any

import numpy as np

from graph.network import Mask
from graph.questions.answer import DETAIL, Finding
from graph.questions.contacts import SHOWN, Contacts
from graph.questions.ranked import ROWS
from graph.questions.tie_facts import LATER, UNDATED, YEARS, TieFacts
from schema.nodes import NODES, Person
from schema.text import Text, verbatim
from schema.ties import TIES

UNKNOWN_LEVEL = Text("Ebene unbekannt", "level unknown")
STUB = Text("nur als Verweis bekannt", "known by reference only")
PLACEHOLDER = Text("Platzhalter", "placeholder")
NAMES_A_PERSON = Text("Quelle, die eine Person nennt", "source that names a person")


class NodeGap(Finding):
    """How many nodes of one type lack something, and how many ties hang on them."""

    type: Annotated[Text, Text("Typ", "type")]
    what: Annotated[Text, Text("Lücke", "gap")]
    n: Annotated[int, Text("Anzahl", "number")]
    of: Annotated[int, Text("von", "of")]
    share: Annotated[float, Text("Anteil", "share")]
    ties: Annotated[int, Text("Verbindungen daran", "ties at them")]


class SourceShare(Finding):
    """One source, and how much of the network comes from it."""

    source: Annotated[Text, Text("Quelle", "source")]
    ties: Annotated[int, Text("Verbindungen", "ties")]
    share: Annotated[float, Text("Anteil", "share")]
    derived: Annotated[int, Text("davon abgeleitet", "of these derived")]
    undated: Annotated[int, Text("ohne Stand", "without a date")]
    unsure: Annotated[int, Text("Verlässlichkeit unter 1", "confidence below 1")]
    newest: Annotated[date | None, Text("jüngster Stand", "newest")]
    oldest: Annotated[date | None, Text("ältester Stand", "oldest"), DETAIL]


class TypeShare(Finding):
    """One type of tie, stated against derived."""

    kind: Annotated[Text, Text("Art der Verbindung", "type of tie")]
    ties: Annotated[int, Text("Verbindungen", "ties")]
    share: Annotated[float, Text("Anteil", "share")]
    stated: Annotated[int, Text("angegeben", "stated")]
    derived: Annotated[int, Text("abgeleitet", "derived")]
    undated: Annotated[int, Text("ohne Stand", "without a date")]
    unsure: Annotated[int, Text("Verlässlichkeit unter 1", "confidence below 1")]
    contact: Annotated[bool, Text("zählt als Kontakt", "counts as contact"), DETAIL]
    newest: Annotated[date | None, Text("jüngster Stand", "newest"), DETAIL]
    oldest: Annotated[date | None, Text("ältester Stand", "oldest"), DETAIL]


class AgeShare(Finding):
    """One class of age of the ties."""

    age: Annotated[Text, Text("Alter", "age")]
    ties: Annotated[int, Text("Verbindungen", "ties")]
    share: Annotated[float, Text("Anteil", "share")]
    contacts: Annotated[int, Text("davon zählen als Kontakt", "of these count as contact")]


def node_gaps(contacts: Contacts) -> tuple[NodeGap, ...]:
    """Give for each type of node what is missing, where anything is."""
    network = contacts.network
    stub = np.array([bool(row.get("stub")) for row in network.node_rows], dtype=np.bool_)
    marks = (
        (UNKNOWN_LEVEL, (contacts.level == -1) & ~network.placeholder),
        (STUB, stub & ~network.placeholder),
        (PLACEHOLDER, network.placeholder),
    )
    made = (_node_gap(contacts, code, what, mark) for code in range(len(NODES)) for what, mark in marks)
    return tuple(row for row in made if row)


def _node_gap(contacts: Contacts, code: int, what: Text, mark: Mask) -> NodeGap | None:
    network = contacts.network
    typed = network.node_type == code
    lacking = typed & mark
    n, of = int(lacking.sum()), int(typed.sum())
    if not n:
        return None
    ties = lacking[network.start] | lacking[network.end]
    nameable = what is not PLACEHOLDER and (contacts.persons or NODES[code] is not Person)
    return NodeGap(
        type=NODES[code].plural,
        what=what,
        n=n,
        of=of,
        share=_share(n, of),
        ties=int(ties.sum()),
        evidence=tuple(network.ids[i] for i in np.flatnonzero(lacking)[:SHOWN]) if nameable else (),
    )


def source_shares(facts: TieFacts, persons: bool) -> tuple[SourceShare, ...]:
    """Give the sources of the ties, the largest first; one that names a hidden person is not named."""
    names, number = np.unique(facts.group.astype(str), return_inverse=True)
    ties = np.bincount(number, minlength=len(names))
    hidden = [] if persons else [facts.network.name(int(i)) for i in np.flatnonzero(facts.network.of_type(Person))]
    found = []
    for k in np.lexsort((np.arange(len(names)), -ties))[:ROWS].tolist():
        chosen, name = number == k, str(names[k])
        label = NAMES_A_PERSON if any(person in name for person in hidden) else verbatim(name)
        found.append(SourceShare(source=label, derived=int(facts.derived[chosen].sum()), **_common(facts, chosen)))
    return tuple(found)


def type_shares(facts: TieFacts) -> tuple[TypeShare, ...]:
    """Give the types of tie in the order of their declaration."""
    code = facts.network.tie_type[facts.counted]
    return tuple(_type_share(facts, k, code == k) for k in np.unique(code).tolist())


def _type_share(facts: TieFacts, code: int, chosen: Mask) -> TypeShare:
    derived = int(facts.derived[chosen].sum())
    return TypeShare(
        kind=TIES[code].label,
        stated=int(chosen.sum()) - derived,
        derived=derived,
        contact=TIES[code].contact,
        **_common(facts, chosen),
    )


def _common(facts: TieFacts, chosen: Mask) -> dict[str, Any]:
    return {
        "ties": int(chosen.sum()),
        "share": _share(int(chosen.sum()), len(facts.counted)),
        "undated": int((chosen & ~facts.dated).sum()),
        "unsure": int((chosen & facts.unsure).sum()),
        "newest": facts.newest(chosen),
        "oldest": facts.oldest(chosen),
        "evidence": facts.evidence(chosen),
    }


def age_shares(facts: TieFacts, day: date | None) -> tuple[AgeShare, ...]:
    """Give the classes of age in which any tie is, the youngest first, those without a date last."""
    age = facts.age(day)
    return tuple(
        AgeShare(
            age=label,
            ties=int(chosen.sum()),
            share=_share(int(chosen.sum()), len(age)),
            contacts=int((chosen & facts.contact).sum()),
            evidence=facts.evidence(chosen),
        )
        for code, label in _ages()
        if (chosen := age == code).any()
    )


def _ages() -> Iterator[tuple[int, Text]]:
    """Name the classes of age."""
    yield LATER, Text("nach dem Bezugstag erfasst", "recorded after the day that counts")
    year = Text("bis 1 Jahr", "up to 1 year"), Text("über {a} bis {b} Jahre", "more than {a} and up to {b} years")
    for k, years in enumerate(YEARS):
        yield k, year[bool(k)].format(a=YEARS[k - 1], b=years)
    yield len(YEARS), Text("über {a} Jahre", "more than {a} years").format(a=YEARS[-1])
    yield UNDATED, Text("ohne Stand", "without a date")


def _share(n: int, of: int) -> float:
    return round(n / of, 4) if of else 0.0
