"""In which dialogic format to approach whom, and who can make the introduction: dialogue before collective formats."""

from graph.questions.approach_ways import Ways
from graph.questions.directions import LIFEWORLD, POLITICS
from schema.nodes import NODES, Committee, Department, Kommune, Node, Organisation
from schema.text import Text

ALONE = Text("Gespräch unter vier Augen", "conversation in private")
CHAIR = Text("Gespräch mit dem Vorsitz, bevor das Gremium berät", "conversation with the chair before the body debates")
FACTION = Text("Gespräch mit dem Vorsitz", "conversation with the chair")
ROUND = Text(
    "Gespräch mit der Moderation, dann Besuch in der Runde",
    "conversation with the moderator, then a visit to the round",
)
ON_SITE = Text("Gespräch vor Ort oder Hospitation", "conversation on site or a visit at work")
HEAD = Text("Gespräch mit der Leitung, Tandem auf der Arbeitsebene", "conversation with the head, tandem of the staff")
DEZERNAT = Text("Gespräch mit der Dezernatsleitung", "conversation with the head of the Dezernat")
KOMMUNE = Text("Gespräch mit der Verwaltungsleitung", "conversation with the head of the administration")
INTRODUCED = Text("{format}; {name} um Vermittlung bitten", "{format}; ask {name} for an introduction")


def dialogue_with(ways: Ways, i: int) -> Text:
    """Name the dialogic format that fits an actor, and who could introduce the agency where it has no contact."""
    path = ways.to(i)
    network = ways.contacts.network
    dezernat = network.node_rows[i].get("kind") == "Dezernat"
    text = DEZERNAT if dezernat else _format(NODES[network.node_type[i]], int(ways.contacts.level[i]))
    return INTRODUCED.format(format=text, name=network.name(path[-2])) if len(path) > 2 else text


def _format(cls: type[Node], level: int) -> Text:
    if cls is Committee:
        return ROUND if level == LIFEWORLD else CHAIR
    if cls is Organisation:
        return FACTION if level == POLITICS else ON_SITE
    return {Department: HEAD, Kommune: KOMMUNE}.get(cls, ALONE)
