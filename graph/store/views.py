"""Saved views as they are kept: beside the data, each the address of a page under a name."""

from dataclasses import asdict

from graph.store import statements
from graph.store.connection import Transaction
from graph.views.view import View


def keep(run: Transaction, view: View) -> None:
    """Keep a view in place of one of the same name."""
    run(statements.KEEP_VIEW, name=view.name, facts=asdict(view))


def rename(run: Transaction, name: str, to: str) -> None:
    """Give a view another name."""
    run(statements.RENAME_VIEW, name=name, text=to)


def forget(run: Transaction, name: str) -> None:
    """Take a view away."""
    run(statements.FORGET_VIEW, name=name)


def listed(run: Transaction) -> list[View]:
    """List the views in order of their names."""
    found = (View(**row["view"]) for row in run(statements.VIEWS))
    return sorted(found, key=lambda one: one.name)
