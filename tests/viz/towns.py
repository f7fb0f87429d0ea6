"""Networks to draw: a small town counted by hand, a huge Kreis, and the corpus of hostile names."""

import random
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions import QUESTIONS
from graph.questions.answer import Answer
from graph.questions.scope import Scope
from schema.nodes import Committee, Department, Document, Kommune, Node, Organisation, Person, Sozialraum
from schema.record import Record
from schema.ties import ActiveIn, CooperatesWith, PartOf, ReportsTo, Steers, Tie, WorksIn, tie_id
from viz.levels.composing import Composition, compose
from viz.levels.marks import marks_of
from viz.levels_page import cards

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCE = "made up for the tests of pictures"

HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script>alert(2)</script>",
    "</style><script>alert(3)</script>",
    "</title><svg onload=alert(4)>",
    "<img src=x onerror=alert(5)>",
    "<a href='javascript:alert(6)'>href</a>",
    "javascript:alert(7)",
    '" onmouseover="alert(8)',
    "' onfocus='alert(9)' autofocus='",
    "{{ 7 * 7 }} {% raw %} ${alert(10)} #{alert(11)}",
    "<!-- --><![CDATA[ ]]> <?xml ?>",
    "]]>&lt;script&gt;alert(12)&lt;/script&gt;",
    "\u2028alert(13)\u2029",
    "\u202egnp.exe\u202c rechts nach links \u0627\u0644",
    "Ä" * 10_000,
    "wort " * 2_000,
    "\x01\x08\x0b Steuerzeichen \ufffe\uffff",
    "  ",
    '=HYPERLINK("http://example.invalid")',
    "__proto__",
)

CORPUS = (
    *HOSTILE,
    "<iframe src=javascript:alert(20)>",
    "<svg><script>alert(21)</script></svg>",
    "<math><mtext></math><img src=x onerror=alert(22)>",
    "<body onload=alert(23)>",
    "<details open ontoggle=alert(24)>",
    "<object data='data:text/html,<script>alert(25)</script>'>",
    "<style>@import 'http://example.invalid/x.css'</style>",
    "<link rel=stylesheet href=//example.invalid/x>",
    "<meta http-equiv=refresh content='0;url=http://example.invalid'>",
    "<base href=http://example.invalid/>",
    "<form action=http://example.invalid><button>x</button></form>",
    "data:text/html,<script>alert(26)</script>",
    "vbscript:msgbox(27)",
    "\\u003cscript\\u003ealert(28)\\u003c/script\\u003e",
    "&lt;script&gt;alert(29)&lt;/script&gt;",
    "%3Cscript%3Ealert(30)%3C/script%3E",
    "${constructor.constructor('alert(31)')()}",
    "'; DROP TABLE nodes; --",
    "MATCH (n) DETACH DELETE n",
    "👩\u200d👩\u200d👧 🏳️\u200d🌈 \U0001f9d1",
    "<!--<script>",
    "constructor",
    "A\u0300\u0301\u0302\u0303" * 200,
)


def tie(cls: type[Tie], start: Node, end: Node, **more: object) -> Tie:
    """Join two nodes."""
    return cls.model_validate(
        {"id": tie_id(cls.verb, start.id, end.id), "start": start.id, "end": end.id, "source": SOURCE, **more}
    )


def small_town() -> list[Record]:
    """A town with one Dezernat, two units, two areas, three actors, a person, a paper and a body of unknown level.

    Lift ties by hand: committee–youth office, youth office–north, youth office–club = 3. On one level: club–parish = 1.
    Said by place: club and parish in north = 2. South has neither actor nor tie.
    """
    town = Kommune(id="town", name="Musterstadt", kind="kreisfreie Stadt", source=SOURCE)
    board = Department(id="dez", name="Dezernat Soziales", kind="Dezernat", source=SOURCE)
    youth = Department(id="youth", name="Jugendamt", kind="Amt", source=SOURCE)
    health = Department(id="health", name="Gesundheitsamt", kind="Amt", source=SOURCE)
    committee = Committee(id="committee", name="Jugendhilfeausschuss", kind="Ausschuss", source=SOURCE)
    group = Committee(id="group", name="Runder Tisch", source=SOURCE)
    north = Sozialraum(id="north", name="Nordstadt", source=SOURCE)
    south = Sozialraum(id="south", name="Südstadt", source=SOURCE)
    club = Organisation(id="club", name="Jugendtreff", kind="Verein", source=SOURCE)
    parish = Organisation(id="parish", name="Kirchengemeinde Nord", kind="Kirchengemeinde", source=SOURCE)
    person = Person(id="person", name="Erika Beispiel", source=SOURCE)
    paper = Document(id="paper", name="Vorlage 1", source=SOURCE)
    nodes: list[Record] = [
        town, board, youth, health, committee, group, north, south, club, parish, person, paper,
    ]  # fmt: skip
    return [
        *nodes,
        tie(PartOf, board, town),
        tie(PartOf, youth, board),
        tie(PartOf, health, board),
        tie(PartOf, north, town),
        tie(PartOf, south, town),
        tie(ActiveIn, club, north),
        tie(ActiveIn, parish, north),
        tie(ActiveIn, youth, north, derived=True, rule="papers", count=7),
        tie(Steers, committee, youth),
        tie(CooperatesWith, youth, club),
        tie(CooperatesWith, club, parish),
        tie(CooperatesWith, group, youth),
        tie(WorksIn, person, youth),
    ]


def huge_kreis(nodes: int = 3_000, ties: int = 12_000) -> list[Record]:
    """A Kreis with 30 Gemeinden, 20 Dezernate, 400 units, 200 committees, 300 areas, 40 bodies of unknown level."""
    rng = random.Random(7)
    kreis = Kommune(id="k", name="Großkreis", kind="Landkreis", source=SOURCE)
    towns = [Kommune(id=f"k{i}", name=f"Gemeinde {i}", source=SOURCE) for i in range(30)]
    boards = [Department(id=f"z{i}", name=f"Dezernat {i} für vielerlei", source=SOURCE) for i in range(20)]
    units = [Department(id=f"d{i}", name=f"Bundesausbildungsförderung {i}", source=SOURCE) for i in range(400)]
    bodies = [Committee(id=f"c{i}", name=f"Ausschuss {i}", kind="Ausschuss", source=SOURCE) for i in range(200)]
    unknown = [Committee(id=f"u{i}", name=f"Runde {i}", source=SOURCE) for i in range(40)]
    areas = [Sozialraum(id=f"s{i}", name=f"Sozialraum {i}", source=SOURCE) for i in range(300)]
    clubs = [Organisation(id=f"o{i}", name=f"Verein {i} e. V.", source=SOURCE) for i in range(nodes - 991)]
    made: list[Record] = [kreis, *towns, *boards, *units, *bodies, *unknown, *areas, *clubs]
    made += [tie(PartOf, town, kreis) for town in towns]
    made += [tie(PartOf, board, kreis) for board in boards]
    made += [tie(PartOf, unit, rng.choice([*boards, *towns])) for unit in units]
    made += [tie(PartOf, area, rng.choice(towns)) for area in areas]
    made += [tie(ActiveIn, club, rng.choice(areas)) for club in clubs]
    actors = [*units, *bodies, *clubs, *unknown]
    pairs = {tuple(sorted(rng.sample(range(len(actors)), 2))) for _ in range(ties)}
    return [*made, *(tie(CooperatesWith, actors[a], actors[b]) for a, b in sorted(pairs))]


def hostile_town(names: tuple[str, ...] = HOSTILE) -> list[Record]:
    """A town in which everything has a hostile name, kind and id: one of each kind of element for each name."""
    return list(_hostile(names))


def _hostile(names: tuple[str, ...]) -> Iterator[Record]:
    town = Kommune(id="town", name=names[0], source=SOURCE)
    yield town
    for n, name in enumerate(names):
        key = f"{n} \"'<>&{{{{x}}}} javascript:"
        board = Department(id=f"dez {key}", name=name, kind=name, source=SOURCE)
        unit = Department(id=f"unit {key}", name=name, kind=name, source=SOURCE)
        committee = Committee(id=f"committee {key}", name=name, kind="Ausschuss", source=SOURCE)
        unknown = Committee(id=f"unknown {key}", name=name, kind=name, source=SOURCE)
        area = Sozialraum(id=f"area {key}", name=name, kind=name, source=SOURCE)
        club = Organisation(id=f"club {key}", name=name, kind=name, source=SOURCE)
        yield from (board, unit, committee, unknown, area, club)
        yield from (tie(PartOf, unit, board), tie(PartOf, area, town), tie(ActiveIn, club, area))
        yield from (
            tie(ReportsTo, unit, committee),
            tie(CooperatesWith, unit, club),
            tie(CooperatesWith, unknown, club),
        )


NAMES = ("landkreis", "emden", "small", "huge", "hostile", "empty")


@cache
def town(name: str) -> Network:
    """Give one of the networks by name, persons left out as pages leave them out."""
    made = {"small": small_town, "huge": huge_kreis, "hostile": hostile_town, "empty": list}
    records = made[name]() if name in made else read_tables(EXAMPLES / name, Account(), {})
    return Scope().cut(Network.of(records))


@cache
def answer(name: str, question: str) -> Answer:
    """Answer a question about one of the networks."""
    return QUESTIONS[question].ask(town(name))


def answers(name: str) -> Mapping[str, Answer]:
    """Answer the questions of the cards about one of the networks."""
    return cards(lambda question: answer(name, question.name))


@cache
def composed(name: str, focus: str | None = None) -> Composition:
    """Compose the levels view of one of the networks, with its marks."""
    return compose(town(name), marks_of(answers(name)), focus=focus)
