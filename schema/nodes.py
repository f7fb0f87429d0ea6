"""The node types: one frozen class each, with label, colour, kinds and fields; `NODES` lists them all.

Everything else (constraints, import headings, API models, legend, data dictionary) is derived in the neighbouring
modules. The kinds are an open vocabulary: a kind that is not listed is kept as it is and takes its type's level.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from schema.geometry import Geometry
from schema.levels import Level
from schema.record import Name, Record, Scale, Words
from schema.text import Text

Shape = Literal["actor", "place", "matter"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A known value of a node's `kind`: its German name, an English gloss, and its level where it has its own."""

    name: str
    gloss: str
    level: Level | None = None
    intermediary: bool = False


class Node(Record):
    """Base of all node types: a named thing that may stand on a level.

    A type of shape `actor` can act and be ranked, a `place` is where they act, a `matter` is what they act on;
    only actors and places stand on a level.
    """

    plural: ClassVar[Text]
    colour: ClassVar[str]
    shape: ClassVar[Shape] = "actor"
    default_level: ClassVar[Level | None] = None
    kinds: ClassVar[tuple[Kind, ...]] = ()
    keys: ClassVar[tuple[str, ...]] = ()
    """Fields that hold an official key, by which sources are joined; indexed."""

    name: Annotated[Name, Text("Name", "name")]
    kind: Annotated[Words | None, Text("Art", "kind")] = None
    level: Annotated[Level | None, Text("Ebene (abweichend)", "level (override)")] = None
    level_source: Annotated[Words | None, Text("Quelle der Ebene", "source of the level")] = None
    group: Annotated[Words | None, Text("Gruppe", "group")] = None
    """A grouping that the source itself gives and that is neither a unit nor a level: sector, sponsorship, party."""
    placeholder: Annotated[bool, Text("Platzhalter", "placeholder")] = False
    stub: Annotated[bool, Text("nur als Verweis bekannt", "known by reference only")] = False

    def standing(self) -> Level | None:
        """Say on which level this node stands; None for a matter."""
        return self.stands_on(self.kind, self.level)

    @classmethod
    def stands_on(cls, kind: str | None, override: Level | str | None) -> Level | None:
        """Derive the level: a node's own entry, else its kind's, else its type's, else unknown; None for a matter."""
        if cls.shape == "matter":
            return None
        if override:
            return Level(override)
        own = next((known.level for known in cls.kinds if known.name == kind), None)
        return own or cls.default_level or Level.UNKNOWN


class Person(Node):
    """A human being in a function; shown and ranked only when asked for and with the right to it."""

    label: ClassVar = Text("Person", "person")
    plural: ClassVar = Text("Personen", "persons")
    colour: ClassVar = "#6b4c8a"

    title: Annotated[Words | None, Text("Titel", "title")] = None
    functions: Annotated[tuple[Name, ...], Text("Funktionen", "functions")] = ()
    key_actor: Annotated[bool, Text("Schlüsselperson", "key actor")] = False
    external: Annotated[bool, Text("außerhalb von Amt und Rat", "outside office and council")] = False


class Organisation(Node):
    """A body outside the core administration: Träger, Verein, Schule, Fraktion and others."""

    label: ClassVar = Text("Organisation", "organisation")
    plural: ClassVar = Text("Organisationen", "organisations")
    colour: ClassVar = "#2e7d4f"
    default_level: ClassVar = Level.LIFEWORLD
    kinds: ClassVar = (
        Kind("Träger", "provider of social services"),
        Kind("Verein", "association"),
        Kind("Schule", "school"),
        Kind("Kita", "day-care centre"),
        Kind("Jobcenter", "job centre", Level.ADMINISTRATION),
        Kind("Kirchengemeinde", "parish"),
        Kind("Quartiersbüro", "neighbourhood office", intermediary=True),
        Kind("Gemeinwesenarbeit", "community work", intermediary=True),
        Kind("Quartiersmanagement", "neighbourhood management", intermediary=True),
        Kind("Sozialraumarbeit", "social-space work", intermediary=True),
        Kind("Hochschule", "university"),
        Kind("Unternehmen", "company"),
        Kind("Initiative", "citizens' initiative"),
        Kind("Fraktion", "parliamentary group", Level.POLITICS),
        Kind("Partei", "party", Level.POLITICS),
    )

    short_name: Annotated[Words | None, Text("Kurzname", "short name")] = None
    key_actor: Annotated[bool, Text("Schlüsselakteur", "key actor")] = False
    external: Annotated[bool, Text("außerhalb von Amt und Rat", "outside office and council")] = True
    intermediary: Annotated[bool, Text("intermediäre Instanz", "intermediary instance")] = False


class Kommune(Node):
    """A municipality or Kreis, known by its official key (text, with leading zero)."""

    label: ClassVar = Text("Kommune", "municipality")
    plural: ClassVar = Text("Kommunen", "municipalities")
    colour: ClassVar = "#37474f"
    default_level: ClassVar = Level.ADMINISTRATION
    kinds: ClassVar = (
        Kind("Landkreis", "district"),
        Kind("kreisfreie Stadt", "town that belongs to no district"),
        Kind("kreisangehörige Gemeinde", "municipality within a district"),
        Kind("Samtgemeinde", "joint municipality"),
    )

    keys: ClassVar = ("ags", "ars")

    ags: Annotated[str | None, Field(pattern=r"^[0-9]{5}([0-9]{3})?$"), Text("AGS", "official municipality key")] = None
    ars: Annotated[str | None, Field(pattern=r"^[0-9]{12}$"), Text("ARS", "official regional key")] = None
    population: Annotated[int | None, Field(ge=0), Text("Bevölkerung", "population")] = None


class Department(Node):
    """A unit of the administration: Dezernat, Amt, Fachdienst, Stabsstelle and others."""

    label: ClassVar = Text("Verwaltungseinheit", "department")
    plural: ClassVar = Text("Verwaltungseinheiten", "departments")
    colour: ClassVar = "#b8860b"
    default_level: ClassVar = Level.ADMINISTRATION
    kinds: ClassVar = (
        Kind("Dezernat", "directorate under a head of department"),
        Kind("Fachbereich", "division"),
        Kind("Amt", "office"),
        Kind("Fachdienst", "specialist service"),
        Kind("Abteilung", "section"),
        Kind("Sachgebiet", "subsection"),
        Kind("Stabsstelle", "staff unit"),
        Kind("Eigenbetrieb", "municipal enterprise"),
        Kind("Ortsverwaltung", "branch office in a part of the town"),
        Kind("Beteiligung", "company held by the municipality"),
    )

    number: Annotated[Words | None, Text("Nummer", "number")] = None
    short_name: Annotated[Words | None, Text("Kurzname", "short name")] = None
    agency: Annotated[bool, Text("Agentur der integrierten Planung", "agency of integrated planning")] = False
    key_actor: Annotated[bool, Text("Schlüsselakteur", "key actor")] = False


class Committee(Node):
    """A body that meets: Rat, Ausschuss, Lenkungsgruppe, Sozialraumkonferenz and others."""

    label: ClassVar = Text("Gremium", "committee")
    plural: ClassVar = Text("Gremien", "committees")
    colour: ClassVar = "#1f4e8c"
    kinds: ClassVar = (
        Kind("Rat", "municipal council", Level.POLITICS),
        Kind("Kreistag", "district council", Level.POLITICS),
        Kind("Ausschuss", "council committee", Level.POLITICS),
        Kind("Beirat", "advisory board", Level.POLITICS),
        Kind("Ortsrat", "local council", Level.POLITICS),
        Kind("Lenkungsgruppe", "steering group", Level.ADMINISTRATION),
        Kind("Steuerungsgruppe", "steering group of leaders", Level.ADMINISTRATION),
        Kind("Arbeitsgruppe", "working group", Level.ADMINISTRATION),
        Kind("Sozialraumkonferenz", "conference of a Sozialraum", Level.LIFEWORLD, intermediary=True),
        Kind("Projektverbund", "project network", Level.ADMINISTRATION),
    )

    short_name: Annotated[Words | None, Text("Kurzname", "short name")] = None
    statutory: Annotated[bool | None, Text("gesetzlich vorgesehen", "statutory")] = None
    key_actor: Annotated[bool, Text("Schlüsselakteur", "key actor")] = False
    intermediary: Annotated[bool, Text("intermediäre Instanz", "intermediary instance")] = False


class Sozialraum(Node):
    """An area in which people live and act: Sozialraum, Quartier, Stadtteil, Wohnplatz and others."""

    label: ClassVar = Text("Sozialraum", "social space (area)")
    plural: ClassVar = Text("Sozialräume", "social spaces (areas)")
    colour: ClassVar = "#3f8f5f"
    shape: ClassVar = "place"
    default_level: ClassVar = Level.LIFEWORLD
    kinds: ClassVar = (
        Kind("Sozialraum", "social space"),
        Kind("Planungsraum", "planning area"),
        Kind("Wohnplatz", "residential place"),
        Kind("Quartier", "neighbourhood"),
        Kind("Stadtteil", "city district"),
        Kind("Schulbezirk", "school catchment area"),
    )

    geometry: Annotated[Geometry | None, Text("Geometrie (GeoJSON, WGS 84)", "geometry (GeoJSON, WGS 84)")] = None
    population: Annotated[int | None, Field(ge=0), Text("Bevölkerung", "population")] = None


class Raumzuschnitt(Node):
    """A division of the territory into areas, and who decided it."""

    label: ClassVar = Text("Raumzuschnitt", "division into areas")
    plural: ClassVar = Text("Raumzuschnitte", "divisions into areas")
    colour: ClassVar = "#5d7a3a"
    shape: ClassVar = "matter"

    decided_by: Annotated[Words | None, Text("festgelegt durch", "decided by")] = None


class Fachplanung(Node):
    """A field of planning with a mandate of its own: Jugendhilfeplanung, Schulentwicklungsplanung and others."""

    label: ClassVar = Text("Fachplanung", "sectoral planning")
    plural: ClassVar = Text("Fachplanungen", "sectoral plannings")
    colour: ClassVar = "#8a5a2b"
    shape: ClassVar = "matter"
    kinds: ClassVar = (
        Kind("Jugendhilfeplanung", "youth welfare planning"),
        Kind("Schulentwicklungsplanung", "school development planning"),
        Kind("Altenplanung", "planning for older people"),
        Kind("Sozialplanung", "social planning"),
        Kind("Stadtentwicklungsplanung", "urban development planning"),
        Kind("Gesundheitsplanung", "health planning"),
        Kind("Integrationsplanung", "integration planning"),
        Kind("Bildungsplanung", "education planning"),
    )


class TargetGroup(Node):
    """People for whom something is planned, and how hard they are to reach."""

    label: ClassVar = Text("Zielgruppe", "target group")
    plural: ClassVar = Text("Zielgruppen", "target groups")
    colour: ClassVar = "#a0527a"
    shape: ClassVar = "matter"

    hard_to_reach: Annotated[Scale | None, Text("schwer erreichbar (1–5)", "hard to reach (1–5)")] = None


class Format(Node):
    """A way of meeting or taking part: dialogic, collective, or of participation."""

    label: ClassVar = Text("Format", "format")
    plural: ClassVar = Text("Formate", "formats")
    colour: ClassVar = "#c0562f"
    shape: ClassVar = "matter"
    kinds: ClassVar = (
        Kind("Gespräch", "conversation (dialogic)"),
        Kind("Hospitation", "visit at work (dialogic)"),
        Kind("Tandem", "tandem (dialogic)"),
        Kind("Konferenz", "conference (collective)"),
        Kind("Rundmail", "circular (collective)"),
        Kind("Gremium", "committee meeting (collective)"),
        Kind("postalische Befragung", "postal survey (participation)"),
        Kind("Quartiersbegehung", "walk through the neighbourhood (participation)"),
        Kind("mobiler Aktionsstand", "mobile stand (participation)"),
        Kind("Onlineworkshop", "online workshop (participation)"),
    )

    held_on: Annotated[date | None, Text("Datum", "date")] = None
    size: Annotated[int | None, Field(ge=0), Text("Teilnehmende", "participants")] = None
    goal: Annotated[Words | None, Text("Ziel", "goal")] = None
    aim: Annotated[Words | None, Text("Zweck der Beteiligung", "purpose of the participation")] = None
    feedback_on: Annotated[date | None, Text("Rückmeldung gegeben am", "feedback given on")] = None


class Process(Node):
    """Something with a beginning, phases and an end: Planungsrunde, Projekt, Förderprogramm."""

    label: ClassVar = Text("Prozess", "process")
    plural: ClassVar = Text("Prozesse", "processes")
    colour: ClassVar = "#00796b"
    shape: ClassVar = "matter"
    kinds: ClassVar = (
        Kind("Planungsrunde", "planning round"),
        Kind("Projekt", "project"),
        Kind("Förderprogramm", "funding programme"),
    )

    starts_on: Annotated[date | None, Text("Beginn", "start")] = None
    ends_on: Annotated[date | None, Text("Ende", "end")] = None
    phase: Annotated[Words | None, Text("Phase", "phase")] = None


class Document(Node):
    """Evidence on paper: Beschluss, Verfügung, Bericht, Konzept, Leitbild, Vorlage, Satzung."""

    label: ClassVar = Text("Dokument", "document")
    plural: ClassVar = Text("Dokumente", "documents")
    colour: ClassVar = "#607d8b"
    shape: ClassVar = "matter"
    kinds: ClassVar = (
        Kind("Beschluss", "resolution"),
        Kind("Verfügung", "directive"),
        Kind("Bericht", "report"),
        Kind("Konzept", "concept"),
        Kind("Leitbild", "mission statement"),
        Kind("Vorlage", "paper for a committee"),
        Kind("Satzung", "by-law"),
    )

    number: Annotated[Words | None, Text("Aktenzeichen", "reference number")] = None
    dated: Annotated[date | None, Text("Datum", "date")] = None
    in_force_from: Annotated[date | None, Text("in Kraft ab", "in force from")] = None
    in_force_to: Annotated[date | None, Text("in Kraft bis", "in force to")] = None
    url: Annotated[Words | None, Text("Fundstelle", "web address")] = None


class Note(Node):
    """What is written down in a planning round: a Notiz, an Entscheidung, or an Aufgabe that somebody has to do.

    A task without `done_on` is open; from the day after `due_on` it is overdue.
    """

    label: ClassVar = Text("Vermerk", "note")
    plural: ClassVar = Text("Vermerke", "notes")
    colour: ClassVar = "#5c6bc0"
    shape: ClassVar = "matter"
    kinds: ClassVar = (
        Kind("Notiz", "plain note"),
        Kind("Entscheidung", "decision"),
        Kind("Aufgabe", "task"),
    )

    text: Annotated[Words | None, Text("Wortlaut", "wording")] = None
    noted_on: Annotated[date | None, Text("vermerkt am", "noted on")] = None
    due_on: Annotated[date | None, Text("fällig am", "due on")] = None
    done_on: Annotated[date | None, Text("erledigt am", "done on")] = None


class Indicator(Node):
    """A measured quantity of the monitoring, with unit and direction."""

    label: ClassVar = Text("Indikator", "indicator")
    plural: ClassVar = Text("Indikatoren", "indicators")
    colour: ClassVar = "#78909c"
    shape: ClassVar = "matter"

    unit: Annotated[Words | None, Text("Einheit", "unit")] = None
    high_is_need: Annotated[bool | None, Text("hoher Wert = hoher Bedarf", "high value = high need")] = None


NODES: tuple[type[Node], ...] = (
    Person,
    Organisation,
    Kommune,
    Department,
    Committee,
    Sozialraum,
    Raumzuschnitt,
    Fachplanung,
    TargetGroup,
    Format,
    Process,
    Document,
    Indicator,
    Note,
)
