"""Where a store answers and with which names one may ask it."""

from dataclasses import asdict, dataclass, field


@dataclass(frozen=True, slots=True)
class Address:
    """One Bolt address with two accounts: one that may write and one that may only read.

    `database` is None where the server's default database is meant. For a Neo4j server both accounts may be the same;
    reading is then walled off by the access mode and the list of allowed statements alone.
    """

    url: str
    user: str
    password: str = field(repr=False)
    reader: str
    reader_password: str = field(repr=False)
    database: str | None

    def as_dict(self) -> dict[str, str | None]:
        """Give the address as plain values, passwords included: for the owner's own file only."""
        return asdict(self)
