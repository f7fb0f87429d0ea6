"""The reader of linked data on organisations."""

import re
from collections.abc import Iterator

from graph.intake.account import Account
from graph.intake.beginnings import Beginning
from graph.intake.file_by_file import FileByFile
from graph.intake.linked import terms
from graph.intake.linked.functions import functions
from graph.intake.linked.making import Making
from graph.intake.linked.parsing import statements
from graph.intake.linked.sorting import sorted_out
from graph.intake.linked.statements import Statements
from graph.intake.places import Found, Place
from graph.intake.reader import Present
from graph.intake.sources import Member
from schema.errors import Oddity
from schema.text import Text

_TURTLE = re.compile(r"^\s*(@prefix|@base|PREFIX|BASE)\s", re.MULTILINE)
_TAKEN = frozenset(
    (
        *(*terms.PEOPLE, *terms.UNITS, *terms.BODIES, *terms.ORGANISATIONS),
        *(*terms.POSTS, *terms.MEMBERSHIPS, *terms.AREAS, *terms.BESIDE),
    )
)


class LinkedReader(FileByFile):
    """Reads W3C ORG and the terms that stand beside it in Turtle and JSON-LD."""

    name = "org"
    label = Text("W3C ORG (Turtle, JSON-LD)", "W3C ORG (Turtle, JSON-LD)")

    def fits(self, beginning: Beginning) -> bool:
        """Know Turtle by name or first words, JSON-LD by its signs."""
        if beginning.name.lower().endswith((".ttl", ".jsonld", ".nt")):
            return True
        return any("@" in path for path in beginning.paths) or bool(_TURTLE.search(beginning.text[:4_000]))

    def found(self, member: Member, account: Account, present: Present) -> Iterator[Found]:  # noqa: ARG002
        """Give units, organisations, people and their ties; an InputError with line and reason where it breaks."""
        oddities: list[Oddity] = []
        graph = statements(member, oddities)
        account.odd(*oddities)
        account.count("triples", len(graph))
        said = Statements(graph)
        making = Making(member.name, sorted_out(said), account)
        ties = [*functions(making), *making.hierarchy()]
        yield from making.nodes()
        yield from ties
        for term, number in said.classes():
            if term not in _TAKEN and not term.startswith(str(terms.BERORGS)):
                what = _LEFT_OUT.format(n=number, term=term)
                account.odd(Place(member.name, str(term)).oddity("left-out", what))


_LEFT_OUT = Text("{term} ({n}): wird nicht übernommen.", "{term} ({n}): not taken over.")
