"""From when to when the records of a network hold: the ends of the slider that sets the day."""

from dataclasses import dataclass
from datetime import date

from graph.network import Network


@dataclass(frozen=True, slots=True)
class Span:
    """The first and the last day that a record names as its beginning or its end."""

    first: date
    last: date


def span(network: Network) -> Span | None:
    """Find the span of a network of all times; None where no record says when it holds, or all say the same day."""
    days = {
        row[end]
        for rows in (network.node_rows, network.tie_rows)
        for row in rows
        for end in ("valid_from", "valid_to")
        if row.get(end)
    }
    return Span(min(days), max(days)) if len(days) > 1 else None
