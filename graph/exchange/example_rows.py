"""An invented town in a few records: what a filled-in table looks like."""

from datetime import date

from schema.nodes import Committee, Department, Fachplanung, Kommune, Organisation, Person, Sozialraum
from schema.record import Record, Visibility
from schema.ties import ActiveIn, CooperatesWith, Leads, MemberOf, PartOf, ResponsibleFor, WorksIn

_SOURCE = "Beispiel"
_DAY = date(2026, 6, 30)

EXAMPLES: tuple[Record, ...] = (
    Person(
        **{"id": "person-1", "name": "Anna Beispiel-Müller", "title": "Dr.", "functions": ("Amtsleitung",)},
        **{"key_actor": True, "source": _SOURCE, "as_of": _DAY, "visibility": Visibility.INTERNAL},
    ),
    Person(id="person-2", name="Bodo Muster", functions=("Sachbearbeitung", "Planung"), source=_SOURCE),
    Organisation(id="org-1", name="Nachbarschaft Nord e. V.", kind="Verein", short_name="NaNo", source=_SOURCE),
    Kommune(id="kommune", name="Musterstadt", kind="kreisfreie Stadt", population=84_000, source=_SOURCE),
    Department(id="amt-51", name="Jugendamt", kind="Amt", number="51", source=_SOURCE, as_of=_DAY),
    Committee(id="jha", name="Jugendhilfeausschuss", kind="Ausschuss", statutory=True, source=_SOURCE),
    Sozialraum(id="nord", name="Nordstadt", kind="Stadtteil", population=12_500, source=_SOURCE),
    Fachplanung(id="jhp", name="Jugendhilfeplanung", kind="Jugendhilfeplanung", source=_SOURCE),
    PartOf(id="PART_OF|amt-51|kommune", start="amt-51", end="kommune", source=_SOURCE),
    WorksIn(id="WORKS_IN|person-2|amt-51", start="person-2", end="amt-51", source=_SOURCE, valid_from=date(2024, 4, 1)),
    Leads(id="LEADS|person-1|amt-51", start="person-1", end="amt-51", source=_SOURCE),
    MemberOf(
        **{"id": "MEMBER_OF|org-1|jha", "start": "org-1", "end": "jha", "role": "beratendes Mitglied"},
        **{"voting": False, "source": _SOURCE},
    ),
    ResponsibleFor(id="RESPONSIBLE_FOR|amt-51|jhp", start="amt-51", end="jhp", source=_SOURCE),
    ActiveIn(id="ACTIVE_IN|org-1|nord", start="org-1", end="nord", source=_SOURCE),
    CooperatesWith(
        **{"id": "COOPERATES_WITH|amt-51|org-1", "start": "amt-51", "end": "org-1", "strength": 4},
        **{"formal": True, "source": _SOURCE},
    ),
)
"""Each tie joins two of the nodes; its identifier is left out in a table, for reading makes it."""
