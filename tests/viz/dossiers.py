"""Dossiers of the networks of the tests, and what there is to check them against."""

import json
import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

from graph.intake.account import Account
from graph.intake.tables import read_tables
from graph.network import Network
from graph.questions.answer import Answer
from graph.questions.scope import Scope
from graph.stellschrauben import CHECKS
from schema.record import Visibility
from schema.text import Lang
from tests.viz.towns import EXAMPLES, hostile_town, small_town
from viz.dossier.about import about
from viz.dossier.composing import dossier
from viz.dossier.content import Dossier, Section, Table
from viz.dossier.material import Material

DAY = date(2026, 6, 30)
"""The day of the example of the Landkreis."""
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")


@cache
def whole(name: str) -> Network:
    """Give one of the networks by name, with persons."""
    own = {"small": small_town, "hostile": hostile_town, "empty": list}
    return Network.of(own[name]() if name in own else read_tables(EXAMPLES / name, Account(), {}))


@cache
def material(name: str, lang: Lang = "de", *, persons: bool = False, everything: bool = False) -> Material:
    """Ask all that a dossier of one of the networks needs, as the command does."""
    day = DAY if name == "landkreis" else None
    return gathered(whole(name), Scope(as_of=day, visibility=Visibility.INTERNAL, persons=persons), lang, everything)


def gathered(network: Network, scope: Scope, lang: Lang = "de", everything: bool = False) -> Material:
    """Ask all that a dossier of a network needs."""
    return Material.gathered(
        scope.cut(network),
        scope,
        lang,
        lambda question: question.ask(network, scope),
        lambda number: CHECKS[number].run(network, scope),
        all_questions=everything,
    )


@cache
def made(name: str, lang: Lang = "de") -> Dossier:
    """Give the dossier of one of the networks."""
    return dossier(material(name, lang))


def about_one(name: str, id: str, *, persons: bool = False) -> Dossier:
    """Give the dossier of one record."""
    return about(material(name, persons=persons, everything=True), id)


def tables(made: Dossier) -> list[Table]:
    """List all tables of a dossier in their order."""

    def inside(section: Section) -> Iterator[Table]:
        yield from (block for block in section.blocks if isinstance(block, Table))
        for part in section.parts:
            yield from inside(part)

    return [table for section in made.sections for table in inside(section)]


def known_numbers(material: Material) -> set[str]:
    """Give every number of the JSON of answers, checks and scope as it is written in German.

    Numbers in texts count as they stand there, lists by their length, headings of columns by the numbers in them.
    """
    answers = [answer.model_dump(mode="json") for answer in material.answers.values()]
    checks = [result.model_dump(mode="json") for result in material.checks]
    whole = [*answers, *checks, material.scope.model_dump(mode="json")]
    return {*_numbers(json.loads(json.dumps(whole))), *_of_headings(material.answers.values())}


def _numbers(value: Any) -> Iterator[str]:
    match value:
        case bool() | None:
            return
        case int():
            yield str(value)
        case float():
            yield f"{value:.3f}".rstrip("0").rstrip(".").replace(".", ",")
        case str():
            yield from NUMBER.findall(value)
            if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
                yield date.fromisoformat(value).strftime("%d.%m.%Y")
        case list():
            yield str(len(value))
            for item in value:
                yield from _numbers(item)
        case dict():
            for item in value.values():
                yield from _numbers(item)


def _of_headings(answers: Any) -> Iterator[str]:
    found: Iterator[Answer] = iter(answers)
    for answer in found:
        for table in answer.tables():
            for _, heading in table.headings:
                yield from NUMBER.findall(heading.de)
