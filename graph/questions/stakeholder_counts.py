"""What the stakeholders' answer looked at and left out, and what is not recorded."""

import numpy as np

from graph.network import Mask
from graph.questions.answer import Count
from graph.questions.contacts import Contacts
from graph.questions.interests import SCALES
from graph.questions.naming import listing, some
from graph.questions.reservations import placeholders, silence
from graph.questions.robust import TOP, first
from graph.questions.scope import Scope
from graph.questions.stakeholders import DISAGREEING, Stakeholders
from schema.nodes import Person
from schema.record import Visibility
from schema.text import Text
from schema.ties import InterestedIn

LABELS = {
    "influence": Text("Einfluss", "influence"),
    "interest": Text("Interesse", "interest"),
    "attitude": Text("Haltung", "attitude"),
    "legitimacy": Text("Legitimität", "legitimacy"),
    "urgency": Text("Dringlichkeit", "urgency"),
}

LOOKED_AT = Text(
    "betrachtete Akteure (eingeschätzt, als Schlüsselakteur erfasst oder mit förmlichem Recht)",
    "actors looked at (rated, recorded as key actors or with a formal right)",
)


def denominator(found: Stakeholders) -> tuple[Count, ...]:
    """Count who is looked at, of whom what is recorded, and who has a measured position."""
    n = len(found.nodes)
    label = Text("davon mit Angabe zu {what}", "of these with an entry on {what}")
    return (
        Count(label=LOOKED_AT, n=n, of=int(found.contacts.actor.sum())),
        *(Count(label=label.format(what=LABELS[s]), n=n - len(_without(found, s)), of=n) for s in SCALES if n),
        Count(
            label=Text("davon mit gemessener Stellung", "of these with a measured position"),
            n=len(found.place),
            of=n,
        ),
        Count(
            label=Text("Akteure mit Kontakten, unter denen der Rang gilt", "actors with contacts who are ranked"),
            n=len(found.ranked),
        ),
    )


def left_out(found: Stakeholders) -> tuple[Count, ...]:
    """Count the placeholders, and the opinions about persons who may not be named."""
    return (*placeholders(found.contacts.network), *hidden_opinions(found.contacts, found.matters.opinions))


def hidden_opinions(contacts: Contacts, opinions: Mask) -> tuple[Count, ...]:
    """Count the opinions on marked matters that are about persons who may not be named."""
    network = contacts.network
    about = network.with_verb(InterestedIn) & opinions[network.end]
    hidden = about & network.of_type(Person)[network.start] & (not contacts.persons)
    label = Text(
        "Einschätzungen zu Personen (ohne Schalter nicht gezeigt und keiner Einheit zugerechnet)",
        "opinions about persons (not shown without the switch, and not attributed to any unit)",
    )
    return (Count(label=label, n=int(hidden.sum()), of=int(about.sum())),) if hidden.any() else ()


def figures(found: Stakeholders) -> dict[str, tuple[Text, float]]:
    """Name the figures of the check: how many of the first places and of the disagreements stay."""
    label = Text("von den ersten {top} nach Messung bleiben vorn", "of the first {top} by measure stay first")
    noted = {way: len(found.noted(note, found.rank)) for way, note in DISAGREEING.items()}
    return {"first": (label.format(top=TOP), first(found.rank)), **{w: (STAY[w], n) for w, n in noted.items() if n}}


STAY = {
    "hidden": Text("von den womöglich Unterschätzten bleiben es", "of those perhaps underrated stay so"),
    "overrated": Text("von den womöglich Überschätzten bleiben es", "of those perhaps overrated stay so"),
}


def _without(found: Stakeholders, scale: str) -> list[int]:
    return [i for i in found.nodes.tolist() if i not in getattr(found.known, scale)]


def unknown(found: Stakeholders, scope: Scope) -> tuple[Text, ...]:
    """Say what is not recorded or not visible to this reader, and what to enter."""
    return (*silence(found.contacts), *_opinions_missing(found, scope), *_not_rated(found), *_no_formal(found))


def _opinions_missing(found: Stakeholders, scope: Scope) -> tuple[Text, ...]:
    missing = {scale: len(_without(found, scale)) for scale in SCALES}
    n = len(found.nodes)
    if all(gap == n for gap in missing.values()):
        return (BLOCKED if scope.visibility is Visibility.PUBLIC else NO_OPINIONS,)
    one = Text("{what} bei {gap}", "{what} for {gap}")
    gaps = [one.format(what=LABELS[scale], gap=gap) for scale, gap in missing.items() if gap]
    text = Text(
        "Von {n} Akteuren ist nicht eingeschätzt: {gaps}. Was darauf beruht, ist bei ihnen unbekannt; nachtragen lässt "
        "es sich in INTERESTED_IN.",
        "Of {n} actors these are not rated: {gaps}. What rests on them is unknown there; enter them in INTERESTED_IN.",
    )
    listed = Text(listing([gap.de for gap in gaps]).de, listing([gap.en for gap in gaps]).en)
    return (text.format(n=n, gaps=listed),) if gaps else ()


NO_OPINIONS = Text(
    "Einschätzungen (Einfluss, Interesse, Haltung, Legitimität, Dringlichkeit) sind nicht erfasst; sie lassen sich je "
    "Akteur und Thema als INTERESTED_IN eintragen.",
    "Opinions (influence, interest, attitude, legitimacy, urgency) are not recorded; they can be entered for each "
    "actor and matter as INTERESTED_IN.",
)
BLOCKED = Text(
    "Einschätzungen (Einfluss, Interesse, Haltung, Legitimität, Dringlichkeit) sind für die Sichtbarkeit „öffentlich“ "
    "gesperrt oder nicht erfasst; wie jemand steht, bleibt hier unbekannt.",
    "Opinions (influence, interest, attitude, legitimacy, urgency) are blocked for public visibility or not recorded; "
    "how anybody stands is unknown here.",
)


def _not_rated(found: Stakeholders) -> tuple[Text, ...]:
    """Name those who have to do with the matter directly and about whom nothing is recorded."""
    rated: Mask = np.zeros(found.contacts.network.n, dtype=np.bool_)
    rated[list(found.known.evidence)] = True
    names = sorted(found.contacts.network.name(i) for i in found.grounds.direct if not rated[i])
    text = Text(
        "Zuständig oder beteiligt, aber nicht eingeschätzt: {who} ({names}).",
        "Responsible or taking part, but not rated: {who} ({names}).",
    )
    who = some(len(names), Text("Akteur", "actor"), Text("Akteure", "actors"))
    return (text.format(who=who, names=listing(names)),) if names else ()


def _no_formal(found: Stakeholders) -> tuple[Text, ...]:
    return () if found.grounds.formal else (NO_FORMAL,)


NO_FORMAL = Text(
    "Wer das Vorhaben förmlich anhalten kann, ist nicht erfasst: welches Gremium steuert (STEERS) und welcher "
    "Beschluss beauftragt (MANDATES, ADOPTED_BY).",
    "Who can formally stop the matter is not recorded: which body steers (STEERS) and which resolution gives the task "
    "(MANDATES, ADOPTED_BY).",
)
