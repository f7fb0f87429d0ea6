"""Records in words: each node or tie that is proposed or tried as a line that a person reads."""

from collections.abc import Iterable

from graph.network import Network
from graph.stellschrauben.result import Proposal
from schema.nodes import Node
from schema.record import Record
from schema.text import Text
from schema.ties import Tie

NODE = Text("{name} ({type})", "{name} ({type})")
NEW = Text("neu: {node}", "new: {node}")
TIE = Text("{a} – {verb} – {b}", "{a} – {verb} – {b}")


def lines(network: Network, proposal: Proposal) -> tuple[Text, ...]:
    """Tell what would be added; ends that the network does not hold for this reader are named by their id."""
    records = proposal.records()
    return tuple(
        told if isinstance(record, Tie) else NEW.format(node=told)
        for record, told in zip(records, tell(network, records), strict=True)
    )


def tell(network: Network, records: Iterable[Record]) -> tuple[Text, ...]:
    """Tell what each record is, by the names of the nodes among them and in the network."""
    records = tuple(records)
    names = {record.id: record.name for record in records if isinstance(record, Node)}

    def name(id: str) -> str:
        return names.get(id) or (network.name(network.index[id]) if id in network.index else id)

    return tuple(
        TIE.format(a=name(record.start), verb=record.label, b=name(record.end))
        if isinstance(record, Tie)
        else NODE.format(name=name(record.id), type=record.label)
        for record in records
    )
