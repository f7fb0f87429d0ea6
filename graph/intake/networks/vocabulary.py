"""The words by which the columns of a network's files are known, in German and English."""

from collections.abc import Mapping
from types import MappingProxyType

from schema.folding import fold
from schema.text import Text

FIELDS: Mapping[str, Text] = MappingProxyType(
    {
        "from": Text("Anfang einer Verbindung", "start of a tie"),
        "to": Text("Ende einer Verbindung", "end of a tie"),
        "committee": Text("Gremium, dem der Anfang angehört", "committee to which the start belongs"),
        "weight": Text("Stärke der Verbindung", "strength of the tie"),
        "frequency": Text("Häufigkeit, wie sie dasteht", "frequency, as it stands"),
        "relation": Text("Art der Beziehung", "kind of relation"),
        "id": Text("Kürzel, mit dem Verbindungen den Knoten nennen", "short name by which ties call a node"),
        "name": Text("Name des Knotens", "name of a node"),
        "group": Text("Gruppe des Knotens", "group of a node"),
        "level": Text("Ebene des Knotens", "level of a node"),
        "mode": Text("Akteur oder Gremium", "actor or committee"),
    }
)
"""What a column can hold; the names that `--column` takes."""

ENDS = (
    ("from", "to"),
    ("von", "nach"),
    ("von", "zu"),
    ("von", "an"),
    ("source", "target"),
    ("quelle", "ziel"),
    ("ego", "alter"),
    ("sender", "receiver"),
    ("sender", "empfänger"),
    ("i", "j"),
    ("from_id", "to_id"),
    ("source_id", "target_id"),
    ("akteur 1", "akteur 2"),
    ("actor 1", "actor 2"),
)
"""Headings of the two ends; always as a pair, for `alter` alone is an age and `source` alone where a row comes from."""

MEMBERS = ("member", "mitglied", "person", "akteur", "actor", "organisation", "organization", "name", "from", "von")
"""Headings of the actors in a two-mode list, beside a committee."""

HEADINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "committee": ("committee", "gremium", "ausschuss", "arbeitskreis", "club", "verein", "board", "event"),
        "weight": ("weight", "gewicht", "strength", "stärke", "value", "wert"),
        "frequency": ("frequency", "häufigkeit"),
        "relation": ("relation", "beziehung", "beziehungsart", "art der beziehung", "layer"),
        "id": ("id", "kennung", "kürzel", "node", "knoten", "vertex", "vertex.names"),
        "name": ("name", "label", "bezeichnung", "akteur", "actor", "person", "organisation", "organization"),
        "level": ("level", "ebene", "stufe"),
        "mode": ("mode", "modus", "bipartite"),
        "group": (
            *("group", "gruppe", "class", "klasse", "dept", "department", "abteilung", "ressort", "dezernat"),
            *("sector", "sektor", "bereich", "sponsorship", "trägerschaft", "party", "partei", "type", "typ"),
        ),
    }
)
"""Headings by which a field is known, the most telling first."""

TYPE = ("type", "typ")
"""Headings that hold a group, or TRUE and FALSE for the two modes."""

KNOWN = frozenset(fold(word) for words in (*HEADINGS.values(), *ENDS, MEMBERS) for word in words)
"""All of them, folded."""
