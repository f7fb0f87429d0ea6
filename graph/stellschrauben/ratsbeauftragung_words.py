"""The sentences of the check `ratsbeauftragung`."""

from schema.text import Text

IN_FORCE = Text(
    "„{paper}“ ({body}, {day}) beauftragt „{whom}“ und gilt.",
    "“{paper}” ({body}, {day}) mandates “{whom}” and is in force.",
)
LAPSED = Text(
    "„{paper}“ ({body}, {day}) hat „{whom}“ beauftragt, gilt aber nicht mehr; ein neuer Beschluss ist nicht erfasst.",
    "“{paper}” ({body}, {day}) mandated “{whom}” but is no longer in force; no new resolution is recorded.",
)
UNDATED = Text(
    "„{paper}“ ({body}) beauftragt „{whom}“, ist aber ohne Datum erfasst; seit wann der Auftrag gilt, ist offen.",
    "“{paper}” ({body}) mandates “{whom}” but is recorded without a date; since when it holds is open.",
)
IN_PART = Text(
    "„{paper}“ ({body}, {day}) beauftragt nur „{whom}“, nicht die Agentur oder die Planungsrunde als Ganzes.",
    "“{paper}” ({body}, {day}) mandates “{whom}” only, not the agency or the planning round as a whole.",
)
NONE = Text(
    "Von {n} erfassten Papieren aus Ratsgremien beauftragt keines „{agency}“.",
    "Of {n} recorded papers from council bodies none mandates “{agency}”.",
)
ONE_NONE = Text(
    "Das eine erfasste Papier aus Ratsgremien beauftragt „{agency}“ nicht.",
    "The one recorded paper from council bodies does not mandate “{agency}”.",
)
NO_PAPERS = Text(
    "Ob ein Ratsgremium „{agency}“ beauftragt hat, ist unbekannt: Beschlüsse und Vorlagen sind nicht erfasst.",
    "Whether a council body has mandated “{agency}” is unknown: no resolutions or papers are recorded.",
)
NOBODY = Text(
    "Ob ein Ratsgremium die integrierte Planung beauftragt hat, ist unbekannt: Weder Agentur noch Planungsrunde sind "
    "erfasst.",
    "Whether a council body has mandated integrated planning is unknown: neither agency nor planning round is "
    "recorded.",
)
