"""How the contact circles change while contacts are missing: fewer runs than other figures get, for each is dear."""

import math

import numpy as np

from graph.measures.arrays.matrices import Floats, Integers
from graph.network import Mask
from graph.questions.answer import Interval, Sturdy
from graph.questions.contact_circles import Circles, circles
from graph.questions.contacts import Contacts
from graph.questions.partitions import Partition, counted
from graph.questions.robust import MOST_RUNS, SEED, SHARES
from schema.text import Text

WORK = 10_000
"""Ties times runs that each share of missing ties may cost; one run is made at least."""
MOST = 150_000
"""Ties up to which circles are found anew; beyond, each run takes seconds, and the answer says that none was made."""
NUMBER = Text("Kontaktkreise (je Anteil {runs})", "contact circles ({runs} for each share)")
AGREEMENT = Text(
    "Übereinstimmung mit den Ressorts (V; je Anteil {runs})",
    "agreement with the departments (V; {runs} for each share)",
)


def circle_figures(contacts: Contacts, found: Circles, names: Integers, ressorts: Partition) -> tuple[Sturdy, ...]:
    """Find the circles anew, seeded: their number, and how far they agree with the Ressorts where there are several."""
    ties = np.flatnonzero(counted(contacts))
    if len(ties) > MOST:
        return ()
    times, chance = max(1, min(MOST_RUNS, WORK // max(len(ties), 1))), np.random.default_rng(SEED)

    def again(share: float) -> Floats:
        lost: Mask = np.zeros(contacts.network.m, dtype=np.bool_)
        lost[chance.choice(ties, size=round(share * len(ties)), replace=False)] = True
        return _figures(circles(contacts.without(lost), names, tries=1), ressorts)

    seen = [np.stack([again(share) for _ in range(times)]) for share in SHARES]
    runs = Text("1 Lauf", "1 run") if times == 1 else Text(f"{times} Läufe", f"{times} runs")
    return tuple(
        Sturdy(
            label=label.format(runs=runs),
            value=round(float(_figures(found, ressorts)[k]), 4),
            with_10=_interval(seen[0][:, k]),
            with_20=_interval(seen[1][:, k]),
        )
        for k, label in enumerate((NUMBER, AGREEMENT) if ressorts.divides else (NUMBER,))
    )


def unchecked(contacts: Contacts, robust: bool) -> tuple[Text, ...]:
    """Say that the circles of a very large network were not found anew."""
    text = Text(
        "Wie sich die Kontaktkreise bei fehlenden Verbindungen ändern, wird bei mehr als {most} Verbindungen nicht "
        "geprüft.",
        "How the contact circles change while ties are missing was not checked, for there are more than {most} ties.",
    )
    return (text.format(most=MOST),) if robust and counted(contacts).sum() > MOST else ()


def _figures(found: Circles, ressorts: Partition) -> Floats:
    """Give the number of circles and V; 0 where no actor of a Ressort is left in any."""
    v = found.laid_over(ressorts).v_measure()
    return np.array([found.n, 0.0 if math.isnan(v) else v])


def _interval(values: Floats) -> Interval:
    return Interval(low=round(float(values.min()), 4), high=round(float(values.max()), 4))
