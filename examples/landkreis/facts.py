"""What the whole example shares: its names, its date, and how fact and invention are told apart."""

from datetime import date

FACT = "Fachtag Integrierte Planung (Forum III)"
INVENTED = "erfunden für das Beispiel Musterkreis"
AFTER_FACT = "erfunden nach dem Fachtag Integrierte Planung (Forum III)"
"""What the source tells in general, here between invented ends."""
KREIS = "Musterkreis (nach dem Rheinisch-Bergischen Kreis)"
AS_OF = date(2026, 6, 30)
"""The day for which the example was made up; questions about it are best asked as of this day."""
PERSON = {
    "legal_basis": "Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit dem Landesrecht (Beispielangabe)",
    "purpose": "Vorbereitung der Planungsrunde 2026 (Beispielangabe)",
    "retention_until": date(2028, 12, 31),
}
"""What stands on every record about a person."""
