"""Where editing begins: a search, the types of new records, and on an empty store the ways to the first data."""

from collections.abc import Sequence

from graph.network import Network
from schema.levels import LEVEL_LABELS
from schema.nodes import NODES, Node
from viz.edit.desk import IMPORT, NEW, RECORD, Desk
from viz.served import EDIT

TEMPLATE, EXAMPLE = f"{IMPORT}/template.xlsx", f"{IMPORT}/example"


def start_page(desk: Desk, network: Network, q: str, hits: Sequence[Node], done: str = "") -> str:
    """Write the page; `hits` are the nodes found for `q`."""
    return desk.page(
        "start",
        EDIT,
        {"q": q, "done": done},
        done=done,
        q=q,
        hits=[(hit, hit.standing(), desk.to(RECORD, id=hit.id)) for hit in hits],
        levels=LEVEL_LABELS,
        new=[(cls.label, desk.to(NEW, type=cls.__name__)) for cls in NODES],
        empty=network.n == 0,
        path=EDIT,
        kept={"lang": desk.lang, "scenario": desk.scenario or ""},
        blank=desk.to(TEMPLATE),
        example=desk.to(EXAMPLE),
        upload=desk.to(IMPORT),
    )
