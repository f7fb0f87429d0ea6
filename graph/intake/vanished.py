"""What a source that lists all there is listed before and lists no more: it has ended, and is kept with its end."""

from collections.abc import Container
from datetime import date
from typing import TYPE_CHECKING

from graph.intake.account import Account
from schema.errors import InputError

if TYPE_CHECKING:
    from graph.store.writing import ChangeSet


def end_vanished(change: "ChangeSet", seen: Container[str], account: Account) -> None:
    """End, as of today, what earlier imports of the same source wrote and this one did not give.

    A record that another source or a person wrote since is left to them; one that begins later than today, too.
    """
    today = date.today()  # noqa: DTZ011 - the day at this desk
    for portion in change.still_holding():
        for id in portion:
            if id not in seen:
                try:
                    change.end([id], today)
                except InputError as error:
                    account.odd(*error.oddities)
