"""Saved views as pages: the list of all, and the form that saves one."""

from collections.abc import Iterable

from graph.questions.written import moment
from graph.views.saving import MOST_NAME
from graph.views.view import View
from schema.text import Lang, Text
from viz.edit import view_words as words
from viz.edit.desk import Desk, Trouble
from viz.saved import asked_of, opened, page_label
from viz.served import NEW_VIEW, VIEWS

FORGET, RENAME = f"{VIEWS}/forget", f"{VIEWS}/rename"


def views_page(desk: Desk, views: Iterable[View], trouble: Trouble | None = None) -> str:
    """Write the list of all saved views, each with what can be done with it."""
    return desk.page(
        "views",
        VIEWS,
        {},
        trouble=trouble,
        v=words,
        rows=[_row(one, desk.lang) for one in views],
        rename=desk.to(RENAME),
        forget=desk.to(FORGET),
        most=MOST_NAME,
    )


def save_page(desk: Desk, address: str, name: str = "", trouble: Trouble | None = None) -> str:
    """Write the form that saves a view; `address` was checked."""
    label = page_label(address)
    return desk.page(
        "view",
        NEW_VIEW,
        {"address": address},
        trouble=trouble,
        v=words,
        told=words.SAVE_HINT.format(page=label),
        chosen=_chosen(address),
        name=name,
        wrong=(trouble.fields.get("name") or trouble.text) if trouble else None,
        address=address,
        most=MOST_NAME,
        action=desk.to(VIEWS),
        back=opened(address, desk.lang),
    )


def _row(one: View, lang: Lang) -> tuple[View, str, Text, Text, str]:
    return one, opened(one.address, lang), page_label(one.address), _chosen(one.address), moment(one.at)


def _chosen(address: str) -> Text:
    """Tell what a view asks, as it stands in its address."""
    said = "; ".join(f"{name} = {value}" for name, value in asked_of(address))
    return Text(said, said)
