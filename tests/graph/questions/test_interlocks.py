"""Interlocks, held to the case counted by hand in the definition of the projection."""

from typing import cast

from graph.network import Network
from graph.questions.interlocks import Interlocking, interlocks
from graph.questions.scope import Scope
from schema.nodes import Committee, Organisation, Person
from schema.record import Record
from schema.ties import Leads, MemberOf, Tie
from tests.graph.questions.town import node, tie

SEATS = {"a": ("JHA", "Soz", "Lenk"), "b": ("JHA", "Soz"), "c": ("Soz", "Lenk"), "d": ("Lenk",)}
BODIES: tuple[Record, ...] = tuple(node(Committee, body, kind="Ausschuss") for body in ("JHA", "Soz", "Lenk"))


def seats(member: type[Organisation] | type[Person] = Organisation) -> list[Record]:
    """Four members in three bodies: JHA–Soz share 2, JHA–Lenk 1, Soz–Lenk 2."""
    members = [node(member, name) for name in SEATS]
    return [*BODIES, *members, *(tie(MemberOf, name, body) for name, bodies in SEATS.items() for body in bodies)]


def ask(records: list[Record], **scope: object) -> Interlocking:
    return cast(Interlocking, interlocks.ask(Network.of(records), Scope.model_validate(scope)))


def pairs(answer: Interlocking) -> list[tuple[int, str, str, int]]:
    return [(row.rank, row.first.id, row.second.id, row.shared) for row in answer.pairs]


def counts(answer: Interlocking) -> dict[str, tuple[int, int | None]]:
    return {count.label.en: (count.n, count.of) for count in answer.denominator}


def test_shared_members_linkers_and_denominators() -> None:
    answer = ask(seats())
    assert pairs(answer) == [(1, "JHA", "Soz", 2), (1, "Lenk", "Soz", 2), (3, "JHA", "Lenk", 1)]
    assert [row.share for row in answer.pairs] == [1.0, 0.6667, 0.5]
    assert [ref.id for ref in answer.pairs[0].linked_by] == ["a", "b"]
    # a sits in three bodies and so links three pairs; JHA–Lenk would come apart without it
    assert [(row.rank, row.member.id, row.pairs, row.alone) for row in answer.linkers] == [
        (1, "a", 3, 1),
        (2, "b", 1, 0),
        (2, "c", 1, 0),
    ]
    # a–b share 2, a–c 2, a–d 1, b–c 1, c–d 1; b–d share none
    assert counts(answer)["pairs of members that sit together"] == (5, 6)
    assert counts(answer)["interlocked pairs"] == (3, 3)


def test_degree_is_the_share_of_all_members_and_closeness_is_normalised() -> None:
    rows = {row.body.id: row for row in ask(seats()).bodies}
    assert {body: row.share for body, row in rows.items()} == {"JHA": 0.5, "Lenk": 0.75, "Soz": 0.75}
    # Soz is at 1 from a, b, c, at 2 from both other bodies, at 3 from d: sum 10; the least that a body can have is
    # four members at 1 and two bodies at 2: 8 (Borgatti and Everett 1997)
    assert rows["Soz"].closeness == 0.8
    assert {row.neighbours for row in rows.values()} == {2}


def test_deputies_and_advisers_count_apart_and_leaders_count() -> None:
    more = [
        tie(MemberOf, "d", "JHA", deputy=True),
        node(Organisation, "e"),
        tie(MemberOf, "e", "JHA"),
        tie(MemberOf, "e", "Lenk", voting=False),
    ]
    answer = ask([*seats(), *more])
    assert pairs(answer) == pairs(ask(seats()))
    assert [row.with_others for row in answer.pairs] == [2, 2, 3]
    assert [(count.n, count.of) for count in answer.left_out if "deputies" in count.label.en] == [(2, 11)]
    chair: list[Record] = [node(Person, "Vorsitz"), tie(Leads, "Vorsitz", "JHA"), tie(MemberOf, "Vorsitz", "Lenk")]
    assert pairs(ask([*seats(), *chair]))[0] == (1, "JHA", "Lenk", 2)


def test_persons_count_but_are_named_only_with_the_switch() -> None:
    hidden, shown = ask(seats(Person)), ask(seats(Person), persons=True)
    assert pairs(hidden) == pairs(shown)
    assert [row.persons for row in hidden.pairs] == [2, 2, 1]
    assert hidden.linkers == ()
    assert all(row.linked_by == () for row in hidden.pairs)
    ties: set[str] = {record.id for record in seats(Person) if isinstance(record, Tie)}
    assert not ties & {id for row in hidden.pairs for id in row.evidence}
    assert [row.member.id for row in shown.linkers] == ["a", "b", "c"]


def test_without_memberships_it_is_unknown() -> None:
    answer = ask([*BODIES])
    assert answer.pairs == ()
    assert any("MEMBER_OF" in text.en for text in answer.unknown)
