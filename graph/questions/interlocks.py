"""Interlocks: bodies that share members, and who links them."""

from typing import Annotated, Any

import numpy as np

from graph.measures.arrays import places
from graph.measures.arrays.matrices import Integers
from graph.network import Mask
from graph.questions.answer import Answer, Count
from graph.questions.case import Case
from graph.questions.interlock_rows import (
    Body,
    BodyPair,
    Linker,
    body_rows,
    followed,
    linker_rows,
    neighbours,
    pair_rows,
)
from graph.questions.memberships import BY, Memberships
from graph.questions.naming import listing, some
from graph.questions.question import question
from graph.questions.reservations import placeholders, placeholders_sentence
from graph.questions.robust import TOP, Thinned, first, stay
from graph.questions.scope import Scope
from schema.text import Text


class Interlocking(Answer):
    """The answer: pairs of bodies, members that link them, bodies by their place."""

    pairs: Annotated[tuple[BodyPair, ...], Text("Welche Gremien sich verflechten", "Which bodies interlock")]
    linkers: Annotated[tuple[Linker, ...], Text("Wer sie verbindet", "Who links them")]
    bodies: Annotated[tuple[Body, ...], Text("Die Gremien nach ihrer Stellung", "The bodies by their place")]


@question(
    "interlocks",
    title=Text("Verflechtungen der Gremien", "Interlocks of bodies"),
    asks=Text(
        "Welche Gremien teilen sich Mitglieder, und wer verbindet sie?",
        "Which bodies share members, and who links them?",
    ),
    definition=Text(
        "Zwei Gremien sind verflochten, wenn mindestens ein stimmberechtigtes oder leitendes Mitglied beiden angehört; "
        "Stellvertretungen und beratende Mitglieder zählen getrennt. Der Rang folgt der Zahl der gemeinsamen "
        "Mitglieder, daneben steht ihr Anteil am kleineren Gremium, denn ein Plenum teilt mit allen vieles.",
        "Two bodies interlock if at least one voting or leading member belongs to both; deputies and advisory members "
        "count apart. The rank follows the number of shared members; beside it stands their share of the smaller "
        "body, for a plenary shares much with everybody.",
    ),
    source=Text(
        "Breiger 1974; Mizruchi 1996; Borgatti und Everett 1997",
        "Breiger 1974; Mizruchi 1996; Borgatti and Everett 1997",
    ),
    counts=BY,
    answer=Interlocking,
)
def interlocks(case: Case[Scope]) -> dict[str, Any]:
    """Find the shared members, rank pairs, linkers and bodies."""
    network, view = case.network, Memberships.of(case.network)
    named = view.members if case.persons else view.members[~view.person[view.members]]
    thinned = _thinned(case, view, named)
    pairs = pair_rows(view, named, thinned)
    linkers = linker_rows(view, named, thinned)
    return {
        "pairs": pairs,
        "linkers": linkers,
        "bodies": body_rows(view, thinned),
        "summary": (*_summary(view, pairs, linkers), *placeholders_sentence(network)),
        "denominator": _denominator(view),
        "left_out": (*placeholders(network), *_apart(view)),
        "robustness": thinned.report(_figures(view)) if thinned else None,
        "unknown": _unknown(view),
    }


def _thinned(case: Case[Scope], view: Memberships, named: Integers) -> Thinned | None:
    found, rank = view.interlocked, places(neighbours(view))

    def trial(lost: Mask) -> dict[str, Any]:
        left = view.without(lost)
        near = np.zeros(case.network.n, dtype=np.int64)
        near[left.bodies] = neighbours(left)
        again = places(near[view.bodies])
        return {
            "pairs": places(left.shared(found.a, found.b)),
            "linkers": places(left.interlocked.pairs_linked[named]),
            "bodies": again,
            "number": len(left.interlocked.a),
            "first": stay(rank, again),
        }

    return case.thinned(view.full, trial)


def _figures(view: Memberships) -> dict[str, tuple[Text, float]]:
    label = Text("von den ersten {top} Gremien bleiben vorn", "of the first {top} bodies stay first")
    return {
        "number": (Text("verflochtene Paare von Gremien", "interlocked pairs of bodies"), len(view.interlocked.a)),
        "first": (label.format(top=TOP), first(places(neighbours(view)))),
    }


def _summary(view: Memberships, pairs: tuple[BodyPair, ...], linkers: tuple[Linker, ...]) -> tuple[Text, ...]:
    """Say how many pairs interlock, which most, who links most, and how many members sit together."""
    said = []
    if pairs:
        most = pairs[0]
        text = Text(
            "{n} von {all} Paaren von Gremien teilen sich Mitglieder; am meisten {a} und {b} ({shared}).",
            "{n} of {all} pairs of bodies share members; {a} and {b} share most ({shared}).",
        )
        members = some(most.shared, Text("Mitglied", "member"), Text("Mitglieder", "members"))
        n, all_pairs = len(view.interlocked.a), _pairs(len(view.bodies))
        said.append(text.format(n=n, all=all_pairs, a=most.first.name, b=most.second.name, shared=members))
    best = [row.member.name for row in linkers if row.rank == 1]
    if best:
        text = Text("Die meisten Paare ({n}) verbindet {names}.", "{names} links most pairs ({n}).")
        if len(best) > 1:
            text = Text("Die meisten Paare (je {n}) verbinden {names}.", "{names} link most pairs ({n} each).")
        said.append(text.format(n=linkers[0].pairs, names=listing(best)))
    together = view.between_members
    if len(together):
        text = Text(
            "{n} von {all} Paaren von Mitgliedern sitzen in mindestens einem Gremium zusammen, höchstens in {most}.",
            "{n} of {all} pairs of members sit together in at least one body, in {most} at most.",
        )
        said.append(text.format(n=len(together), all=_pairs(len(view.members)), most=int(together.max())))
    return tuple(said)


def _pairs(n: int) -> int:
    return n * (n - 1) // 2


def _denominator(view: Memberships) -> tuple[Count, ...]:
    bodies, members = _pairs(len(view.bodies)), _pairs(len(view.members))
    return (
        Count(label=Text("Gremien mit Mitgliedern", "bodies with members"), n=len(view.bodies)),
        Count(label=Text("verflochtene Paare", "interlocked pairs"), n=len(view.interlocked.a), of=bodies),
        Count(label=Text("Mitglieder", "members"), n=len(view.members)),
        Count(label=Text("davon Personen", "of these persons"), n=int(view.person[view.members].sum())),
        Count(
            label=Text("Paare von Mitgliedern, die zusammensitzen", "pairs of members that sit together"),
            n=len(view.between_members),
            of=members,
        ),
    )


def _apart(view: Memberships) -> tuple[Count, ...]:
    n = int((view.ties & ~view.full).sum())
    label = Text("Stellvertretungen und beratende Mitglieder", "deputies and advisory members")
    return (Count(label=label, n=n, of=int(view.ties.sum())),) if n else ()


def _unknown(view: Memberships) -> tuple[Text, ...]:
    return tuple(
        text
        for silent, text in (
            (not view.full.any(), NO_MEMBERS),
            (view.full.any() and not followed(view), TOO_LARGE),
        )
        if silent
    )


NO_MEMBERS = Text(
    "Mitgliedschaften in Gremien (MEMBER_OF) sind nicht erfasst; ob sich Gremien verflechten, ist unbekannt.",
    "No memberships in bodies (MEMBER_OF) are recorded; whether bodies interlock is unknown.",
)
TOO_LARGE = Text(
    "Nähe und Zwischenstellung wurden nicht berechnet, weil das Netz dafür zu groß ist; mit --kommune eingrenzen.",
    "Closeness and betweenness were not computed, because the network is too large for it; narrow it with --kommune.",
)
