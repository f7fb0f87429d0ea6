"""The small invented municipality of which the examples in the OpenAPI document are made."""

from functools import cache

from graph.network import Network
from schema.nodes import Committee, Department, Fachplanung, Kommune, Organisation, Sozialraum
from schema.record import Record
from schema.ties import ActiveIn, CooperatesWith, PartOf, ReportsTo, ResponsibleFor, Tie, tie_id

_BASE = "https://ris.musterstadt.example/oparl/bodies/1"
_SOURCE = "erfunden für die Beispiele der Schnittstelle"

DEPARTMENT = f"{_BASE}/organizations/51"
COMMITTEE = f"{_BASE}/organizations/7?stand=2024-06-30"
AREA = f"{_BASE}/stadtteile/südstadt"


def _tie(cls: type[Tie], start: str, end: str, **fields: object) -> Tie:
    return cls.model_validate(
        {"id": tie_id(cls.verb, start, end), "source": _SOURCE, "start": start, "end": end, **fields}
    )


@cache
def example_network() -> Network:
    """Make the example network: a unit, a body, an area, a provider and what ties them."""
    youth = f"{_BASE}/fachplanungen/jugendhilfe"
    provider = f"{_BASE}/organizations/jugendzentrum"
    records: tuple[Record, ...] = (
        Kommune(id=_BASE, name="Musterstadt", kind="kreisfreie Stadt", ags="00000000", source=_SOURCE),
        Department(id=DEPARTMENT, name="Jugendamt", kind="Amt", number="51", source=_SOURCE),
        Committee(id=COMMITTEE, name="Jugendhilfeausschuss", kind="Ausschuss", statutory=True, source=_SOURCE),
        Sozialraum(id=AREA, name="Südstadt", kind="Sozialraum", population=8400, source=_SOURCE),
        Organisation(id=provider, name="Jugendzentrum Südstadt", kind="Verein", source=_SOURCE),
        Fachplanung(id=youth, name="Jugendhilfeplanung", kind="Jugendhilfeplanung", source=_SOURCE),
        _tie(PartOf, DEPARTMENT, _BASE),
        _tie(PartOf, COMMITTEE, _BASE),
        _tie(PartOf, AREA, _BASE),
        _tie(ReportsTo, DEPARTMENT, COMMITTEE, derived=True, rule="gemeinsame Vorlagen", count=4),
        _tie(ResponsibleFor, DEPARTMENT, youth),
        _tie(ActiveIn, DEPARTMENT, AREA),
        _tie(ActiveIn, provider, AREA),
        _tie(CooperatesWith, DEPARTMENT, provider, strength=3, formal=True),
    )
    return Network.of(records, version=3)
