"""Statements, asked by terms: what is said of a thing, in which words, and who says something of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from rdflib import RDF, BNode, Graph, Literal, URIRef
from rdflib.term import Node as Thing

from graph.intake.linked.terms import DESCRIBED, FAMILY, GIVEN, NAME, Terms
from graph.intake.networks.making import escaped
from schema.folding import fold

STEPS = 20
"""How many things without an address may stand between one and the next that has one."""
_LANGUAGES = ("de", None, "en")
"""Which language is taken where there are several; None: none is told."""


@dataclass
class Statements:
    """The statements of one file, in an order of their own, so that the same file reads the same each time."""

    graph: Graph
    _ids: dict[Thing, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the addresses of schema.org with https as those without, and of classes nothing but that they are."""
        described = self.typed(DESCRIBED)
        for s, p, o in list(self.graph):
            plain = (_plain(s), _plain(p), _plain(o))
            if plain != (s, p, o) or (s in described and p != RDF.type):
                self.graph.remove((s, p, o))
            if plain != (s, p, o):
                self.graph.add(plain)

    def of(self, thing: Thing, terms: Terms) -> list[Thing]:
        """Give what is said of a thing by one of these terms; an address spelled as a text counts as the address."""
        return sorted({_address(o) for term in terms for o in self.graph.objects(thing, term)}, key=self.order)

    def pairs(self, forward: Terms, backward: Terms = ()) -> list[tuple[Thing, Thing]]:
        """Give the pairs joined by terms of one direction or of the other, each once."""
        found = {(s, _address(o)) for term in forward for s, o in self.graph.subject_objects(term)}
        found |= {(_address(o), s) for term in backward for s, o in self.graph.subject_objects(term)}
        return sorted(found, key=lambda pair: (self.order(pair[0]), self.order(pair[1])))

    def typed(self, terms: Terms) -> set[Thing]:
        """Give the things of one of these classes."""
        return {thing for term in terms for thing in self.graph.subjects(RDF.type, term)}

    def words(self, thing: Thing, terms: Terms) -> str:
        """Give the text of the first term that has one; of a thing that it names, its name."""
        for term in terms:
            values = list(self.graph.objects(thing, term))
            texts = sorted((v for v in values if isinstance(v, Literal) and str(v).strip()), key=_preference)
            if texts:
                return str(texts[0]).strip()
            named = next((self.name(v) for v in sorted(values, key=str) if not isinstance(v, Literal)), "")
            if named:
                return named
        return ""

    def name(self, thing: Thing) -> str:
        """Give a thing its name; of a person also from its parts."""
        for term in NAME:
            texts = [v for v in self.graph.objects(thing, term) if isinstance(v, Literal) and str(v).strip()]
            if texts:
                return " ".join(str(min(texts, key=_preference)).split())
        parts = (next((str(v) for t in terms for v in self.graph.objects(thing, t)), "") for terms in (GIVEN, FAMILY))
        return " ".join(" ".join(parts).split())

    def id(self, thing: Thing, steps: int = STEPS) -> str:
        """Give the identifier: the address, else the way to it from what names it; "" where there is none."""
        if thing not in self._ids:
            self._ids[thing] = ""  # so that a ring ends
            self._ids[thing] = str(thing) if isinstance(thing, URIRef) else self._way_to(thing, steps)
        return self._ids[thing]

    def order(self, thing: Thing) -> tuple[str, str]:
        """Sort things so that the same file reads the same; those without an address are named anew each time."""
        return self.id(thing), "" if isinstance(thing, BNode) else str(thing)

    def _way_to(self, thing: Thing, steps: int) -> str:
        name = self.name(thing)
        if not name or not steps or not isinstance(thing, BNode):
            return ""
        around = sorted((self.id(s, steps - 1), str(p)) for s, p in self.graph.subject_predicates(thing))
        start, term = next(((id, term) for id, term in around if id), ("relative:", ""))
        return f"{start}#{_tail(term)}/{escaped(fold(name))}"

    def classes(self) -> Iterator[tuple[URIRef, int]]:
        """Give the classes that occur, with the number of their things."""
        for term in sorted({t for t in self.graph.objects(None, RDF.type) if isinstance(t, URIRef)}):
            yield term, sum(1 for _ in self.graph.subjects(RDF.type, term))


def tail(thing: Thing) -> str:
    """Give the last part of an address, by which people know what has no name."""
    return _tail(str(thing)) or str(thing)


def _tail(address: str) -> str:
    return address.rstrip("/#").replace("#", "/").rsplit("/", 1)[-1]


def _plain(term: Thing) -> Thing:
    if isinstance(term, URIRef) and term.startswith("https://schema.org/"):
        return URIRef(f"http://{term[len('https://') :]}")
    return term


def _address(thing: Thing) -> Thing:
    return URIRef(str(thing)) if isinstance(thing, Literal) and "://" in thing and " " not in thing else thing


def _preference(text: Literal) -> tuple[int, str]:
    language = text.language.split("-")[0] if text.language else None
    return (_LANGUAGES.index(language) if language in _LANGUAGES else len(_LANGUAGES)), str(text)
