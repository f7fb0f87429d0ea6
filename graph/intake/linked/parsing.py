"""From Turtle or JSON-LD to statements: of bytes alone, bounded, and with line and reason where it cannot be read."""

import json
import logging
import re
import warnings
from collections.abc import Callable
from typing import NoReturn, Self

from rdflib import Graph
from rdflib.graph import _TripleType

from graph.intake.guard import MIB, refuse
from graph.intake.linked.contexts import without_remote
from graph.intake.places import Place
from graph.intake.sources import Member
from graph.intake.whole_json import whole, whole_text
from schema.errors import InputError, Oddity
from schema.text import Text

SIZE = 32 * MIB
"""Bytes of one file; the parser reads some 3 MiB a second."""
TRIPLES = 500_000
"""Statements in one file; all of Berlin's administration has 300."""
NOWHERE = "relative:/"
"""What relative addresses are relative to: nothing that could be opened."""
_LINE = re.compile(r"at line (\d+) of .*?Bad syntax \((.*)\) at \^", re.DOTALL)

# The parser logs each odd date with a traceback; the fields are judged when they are read.
logging.getLogger("rdflib").addHandler(logging.NullHandler())


class _Bounded(Graph):
    """A graph that refuses to grow beyond `TRIPLES`."""

    def add(self, triple: _TripleType) -> Self:
        if len(self) >= TRIPLES:
            raise OverflowError
        super().add(triple)
        return self


def statements(member: Member, oddities: list[Oddity]) -> Graph:
    """Read a file; raises InputError with line and reason when it cannot be read."""
    start = member.content.read(256).removeprefix(b"\xef\xbb\xbf").lstrip()
    length = member.content.seek(0, 2)
    member.content.seek(0)
    if length > SIZE:
        why = Text("ist größer als {mib} MiB", "is larger than {mib} MiB").format(mib=SIZE // MIB)
        refuse("too-large", why, member.name, _SPLIT)
    return (_json_ld if start[:1] in (b"{", b"[") and not start.startswith(b"[]") else _turtle)(member, oddities)


def _turtle(member: Member, _: list[Oddity]) -> Graph:
    text = whole_text(member)
    return _parsed(member.name, lambda graph: graph.parse(data=text, format="turtle", publicID=NOWHERE))


def _json_ld(member: Member, oddities: list[Oddity]) -> Graph:
    document = without_remote(whole(member, oddities), Place(member.name, "$"), oddities)
    text = json.dumps(document)
    return _parsed(member.name, lambda graph: graph.parse(data=text, format="json-ld", publicID=NOWHERE))


def _parsed(file: str, parse: Callable[[Graph], object]) -> Graph:
    graph = _Bounded()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)  # the library warns of its own JSON-LD parser
            parse(graph)
    except InputError:
        raise
    except OverflowError:
        why = Text("enthält mehr als {n} Aussagen", "holds more than {n} statements").format(n=TRIPLES)
        refuse("too-large", why, file, _SPLIT)
    except Exception as error:  # the library raises anything on what it does not expect
        _refuse_broken(file, error)
    return graph


def _refuse_broken(file: str, error: Exception) -> NoReturn:
    found = _LINE.search(str(error))
    line, reason = (found[1], found[2]) if found else ("", str(error).split("\n")[0] or type(error).__name__)
    reason = " ".join(reason.split())[:300]
    where = Text("Zeile {line}: ", "line {line}: ").format(line=line) if line else Text("", "")
    why = Text("ist als Linked Data nicht lesbar ({w}{r})", "cannot be read as linked data ({w}{r})")
    refuse("not-linked-data", why.format(w=where, r=reason), file, _MEND, line)


_SPLIT = Text("In kleinere Dateien aufteilen und einzeln einlesen.", "Split it into smaller files, import each.")
_MEND = Text("Die genannte Stelle berichtigen und erneut einlesen.", "Mend the place named and import again.")
