"""The account of one import: what was read, what was odd about it, and what was refused."""

from collections import Counter
from collections.abc import Callable, Mapping
from types import MappingProxyType

from graph.intake.leftovers import Leftovers
from schema.errors import Oddity
from schema.text import Text

KEPT = 1_000
"""Oddities of each code that are kept with file and place; of the others only their number is."""

WHAT: Mapping[str, Text] = MappingProxyType(
    {
        "files": Text("Dateien", "files"),
        "requests": Text("Abfragen", "requests"),
        "pages": Text("Seiten", "pages"),
        "objects": Text("Objekte", "objects"),
        "rows": Text("Tabellenzeilen", "table rows"),
        "systems": Text("Systeme", "systems"),
        "bodies": Text("Körperschaften", "bodies"),
        "organizations": Text("Organisationen", "organizations"),
        "organizations_by_reference": Text("nur als Verweis bekannte Organisationen", "organizations by reference"),
        "persons": Text("Personen", "persons"),
        "memberships": Text("Mitgliedschaften", "memberships"),
        "meetings": Text("Sitzungen", "meetings"),
        "agenda_items": Text("Tagesordnungspunkte", "agenda items"),
        "papers": Text("Vorlagen", "papers"),
        "papers_deleted": Text("davon gelöscht", "of these deleted"),
        "consultations": Text("Beratungen", "consultations"),
        "consultations_listed": Text("einzeln gelistete Beratungen", "consultations listed apart"),
        "areas": Text("Stadtteile", "city districts"),
        "area_mentions": Text("Nennungen von Stadtteilen", "mentions of city districts"),
        "submitters": Text("Einreichende", "submitters"),
        "submissions": Text("Einreichungen", "submissions"),
        "files_attached": Text("angehängte Dateien", "attached files"),
        "locations": Text("Orte", "locations"),
        "legislative_terms": Text("Wahlperioden", "legislative terms"),
        "related_papers": Text("Verweise zwischen Vorlagen", "references between papers"),
        "units": Text("Einheiten", "units"),
        "connectors": Text("verbindende Kästchen ohne eigene Einheit", "boxes that only join others"),
        "posts": Text("Stellen", "posts"),
        "vacant": Text("davon unbesetzt", "of these vacant"),
        "triples": Text("Aussagen (Tripel)", "statements (triples)"),
        "places": Text("Räume", "areas"),
        "municipalities": Text("Kommunen", "municipalities"),
        "successions": Text("Nachfolgen von Räumen", "successions of areas"),
        "kept_whole": Text("Räume mit einem Nachfolger", "areas with one successor"),
        "split": Text("aufgeteilte Räume", "areas that were split"),
        "merged": Text("zusammengelegte Räume", "areas that were merged"),
        "indicators": Text("Indikatoren", "indicators"),
        "values": Text("Indikatorwerte", "values of indicators"),
        "values_missing": Text("fehlende Indikatorwerte", "missing values of indicators"),
        "derived": Text("abgeleitete Verbindungen", "derived ties"),
    }
)
"""What an import counts, with its labels."""


class Account:
    """Gathers counts and oddities while a source is read; bounded in memory."""

    def __init__(self) -> None:
        """Start an empty account."""
        self.read: Counter[str] = Counter()
        self.totals: Counter[str] = Counter()
        self.refused = 0
        self.leftovers = Leftovers()
        self.passed = 0
        """How many records came as far as the door."""
        self.expected: int | None = None
        """How many records will come, as far as a reader can tell beforehand."""
        self._oddities: list[Oddity] = []
        self.on_count: Callable[[], None] | None = None
        """Called after each count; must be quick."""

    def count(self, what: str, n: int = 1) -> None:
        """Count something that was read; `what` is a key of `WHAT`."""
        self.read[what] += n
        if self.on_count:
            self.on_count()

    def pass_on(self, records: int) -> None:
        """Count records that were written."""
        self.passed += records
        if self.on_count:
            self.on_count()

    def expect(self, records: int) -> None:
        """Say how many records are to come; it serves to tell the time that is left, and need not be exact."""
        self.expected = records

    def odd(self, *oddities: Oddity) -> None:
        """Note oddities of one thing; it counts as one refused record when any of them refuses it."""
        self.refused += any(oddity.refused for oddity in oddities)
        for oddity in oddities:
            self.totals[oddity.code] += 1
            if self.totals[oddity.code] <= KEPT:
                self._oddities.append(oddity)

    @property
    def oddities(self) -> tuple[Oddity, ...]:
        """Give the oddities that were kept, in the order in which they were met."""
        return tuple(self._oddities)
