"""What the example shares: sources, and the dates at which the governance changes."""

from datetime import date

FACT = "Fachtag Integrierte Planung (Forum I)"
INVENTED = "erfunden für das Beispiel nach der Stadt Emden"
AS_OF = date(2026, 6, 30)
STAFF_UNIT = date(2015, 1, 1)
"""The source says 2015; the day is invented."""
FIRST_PROGRAMME, SECOND_PROGRAMME = date(2016, 1, 1), date(2017, 1, 1)
"""The source says 2016 and 2017 without saying which programme began when; order and days are invented."""
REPORT = date(2017, 9, 1)
"""The source says 2017; the day is invented."""
STAFF_UNIT_ENDS, SERVICE = date(2020, 6, 30), date(2020, 7, 1)
"""The source says no more than "aktuell"; both days are invented."""
SINCE_2015 = {"valid_from": STAFF_UNIT, "valid_to": STAFF_UNIT_ENDS}
SINCE_2020 = {"valid_from": SERVICE}
PERSON = {
    "legal_basis": "Art. 6 Abs. 1 Buchst. e DSGVO in Verbindung mit dem Landesrecht (Beispielangabe)",
    "purpose": "Vorbereitung der Lenkungsgruppe (Beispielangabe)",
    "retention_until": date(2028, 12, 31),
}
"""What stands on every record about a person."""
