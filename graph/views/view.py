"""What a saved view is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class View:
    """A view that somebody saved: `address` is a path of the service with what was asked, never a whole address."""

    name: str
    address: str
    who: str
    at: str
