"""The reader of organisation charts: one house for each file, known by its main unit."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from graph.intake.account import Account
from graph.intake.beginnings import Beginning
from graph.intake.charts.boxes import Above, House, boxes, listed
from graph.intake.file_by_file import FileByFile
from graph.intake.guard import refuse
from graph.intake.networks.making import escaped
from graph.intake.oparl.days import day_or_oddity
from graph.intake.oparl.objects import Found as Named
from graph.intake.oparl.objects import words
from graph.intake.places import Found, Place
from graph.intake.reader import Present
from graph.intake.sources import Member
from graph.intake.whole_json import whole
from schema.errors import Oddity
from schema.text import Text

_SIGNS = ("document.schemaVersion", "document.paperSize", "organisations.item.isMainOrganisation")


class ChartsReader(FileByFile):
    """Reads organisation charts in the JSON of the Berlin chart tool."""

    name = "organigramm"
    label = Text("Organigramm (JSON des Organigramm-Werkzeugs)", "organisation chart (JSON of the chart tool)")

    def fits(self, beginning: Beginning) -> bool:
        """Know a chart by its paper and boxes; a schema is taken too, to say that it is one."""
        return any(sign in beginning.paths for sign in _SIGNS) or beginning.is_schema

    def found(self, member: Member, account: Account, present: Present) -> Iterator[Found]:  # noqa: ARG002
        """Give units, posts and holders; an InputError when there is no chart in the file."""
        oddities: list[Oddity] = []
        chart = whole(member, oddities)
        if isinstance(chart, Mapping) and ("$schema" in chart or "definitions" in chart):
            refuse("schema", _SCHEMA, member.name, _WHAT_TO_DO, "$")
        if not isinstance(chart, Mapping) or not isinstance(chart.get("organisations"), list):
            refuse("no-chart", _NO_CHART, member.name, _WHAT_TO_DO, "$")
        paper = chart.get("document")
        as_of = _version(paper if isinstance(paper, Mapping) else {}, member.name, oddities)
        account.odd(*oddities)
        at = Place(member.name, "$")
        house = House("", as_of, account)
        tops = listed(house, chart, "organisations", at)
        house.id = f"organigramm/{escaped(_known_as(tops) or member.name)}"
        for i, box in enumerate(tops):
            yield from boxes(house, box, Above(house.id), at.inside(f".organisations[{i}]"))


def _version(paper: Mapping[str, Any], file: str, oddities: list[Oddity]) -> date | None:
    return day_or_oddity(Named("document", dict(paper), file, "$.document"), "version", oddities)


def _known_as(tops: list[Mapping[str, Any]]) -> str:
    """Call a house by its main unit, so that two versions of its chart have the same identifiers."""
    named = [box for box in tops if words(box, "name")]
    main = next((box for box in named if box.get("isMainOrganisation") is True), named[0] if named else {})
    return words(main, "altName") or words(main, "name")


_SCHEMA = Text(
    "ist ein JSON-Schema: es beschreibt Dateien und enthält selbst keine Daten",
    "is a JSON Schema: it describes files and holds no data itself",
)
_NO_CHART = Text(
    "ist kein Organigramm (keine Liste „organisations“)", "is no organisation chart (no list “organisations”)"
)
_WHAT_TO_DO = Text(
    "Das Organigramm im Werkzeug als JSON speichern (Speichern, nicht Exportieren als PDF).",
    "Save the chart in the tool as JSON (save, not export as PDF).",
)
