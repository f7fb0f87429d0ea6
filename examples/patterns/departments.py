"""Patterns for Stellschraube 2 (Fachperspektiven in einem Dezernat) and 5 (shared understanding of planning)."""

from datetime import date

from examples.building import Building
from examples.patterns.pattern import AGENCY, add_plannings, add_unit, pattern
from schema.nodes import Committee, Document, Process
from schema.ties import CooperatesWith, MemberOf, PartOf, Signed, Steers, TakesPart


def jena() -> Building:
    """Lay five of six Fachplanungen with units of one Dezernat."""
    made = pattern("jena", "passender Dezernatszuschnitt in der Stadt Jena", "Stadt Jena", "kreisfreie Stadt")
    add_unit(made, "dez-familie", "Dezernat Familie, Bildung und Soziales", "Dezernat")
    add_unit(made, "dez-stadt", "Dezernat Stadtentwicklung", "Dezernat")
    add_unit(made, AGENCY, "Stabsstelle Integrierte Sozialplanung", "Stabsstelle", "dez-familie", agency=True)
    units = (("jugend", "Jugendhilfe"), ("schule", "Schule"), ("soziales", "Soziales"), ("gesundheit", "Gesundheit"))
    for key, name in units:
        add_unit(made, key, f"Fachdienst {name}", "Fachdienst", "dez-familie")
        made.tie(CooperatesWith, AGENCY, key, strength=4, contact_kind="dialogic")
    add_unit(made, "stadtplanung", "Fachdienst Stadtplanung", "Fachdienst", "dez-stadt")
    add_plannings(
        made,
        ("Jugendhilfeplanung", "jugend"),
        ("Schulentwicklungsplanung", "schule"),
        ("Altenplanung", "soziales"),
        ("Gesundheitsplanung", "gesundheit"),
        ("Sozialplanung", AGENCY),
        ("Stadtentwicklungsplanung", "stadtplanung"),
    )
    return made


def lk_zwickau() -> Building:
    """Bundle the planning of education with that of youth, schools and social affairs in one unit of one Dezernat."""
    heading = "Bündelung der Bildungs- mit anderen Planungsbelangen im Landkreis Zwickau"
    made = pattern("lk-zwickau", heading, "Landkreis Zwickau", "Landkreis")
    add_unit(made, "dez-sozial", "Dezernat Jugend, Soziales und Bildung", "Dezernat")
    add_unit(made, "dez-bau", "Dezernat Bau, Kreisentwicklung und Vermessung", "Dezernat")
    add_unit(made, AGENCY, "Stabsstelle Bildungs- und Sozialplanung", "Stabsstelle", "dez-sozial", agency=True)
    for key, name in (("jugendamt", "Jugendamt"), ("sozialamt", "Sozialamt"), ("schulamt", "Amt für Schulen")):
        add_unit(made, key, name, "Amt", "dez-sozial")
        made.tie(CooperatesWith, AGENCY, key, strength=5, contact_kind="dialogic")
    add_unit(made, "kreisentwicklung", "Amt für Kreisentwicklung", "Amt", "dez-bau")
    add_plannings(
        made,
        ("Bildungsplanung", AGENCY),
        ("Sozialplanung", AGENCY),
        ("Schulentwicklungsplanung", AGENCY),
        ("Jugendhilfeplanung", AGENCY),
        ("Stadtentwicklungsplanung", "kreisentwicklung"),
    )
    return made


def lk_pinneberg() -> Building:
    """Let one planning team of one Dezernat, with a concept that all its Fachplanungen signed, do the planning."""
    heading = "Integration verschiedener Fachperspektiven in einem Planungsteam im Landkreis Pinneberg"
    made = pattern("lk-pinneberg", heading, "Kreis Pinneberg", "Landkreis")
    add_unit(made, "fb-familie", "Dezernat Jugend, Familie, Schule, Soziales und Gesundheit", "Dezernat")
    add_unit(made, AGENCY, "Team Sozialplanung und Steuerung", "Stabsstelle", "fb-familie", agency=True)
    made.node(Committee, "planungsteam", "Planungsteam", kind="Arbeitsgruppe")
    made.tie(PartOf, "planungsteam", "kommune")
    made.node(Process, "runde", "Gemeinsame Planungsrunde", kind="Planungsrunde", starts_on=date(2026, 1, 12))
    made.tie(Steers, "planungsteam", "runde")
    units = ("jugend", "schule", "soziales", "gesundheit")
    for key, name in zip(units, ("Jugend", "Schule", "Soziales", "Gesundheit"), strict=True):
        add_unit(made, key, f"Fachdienst {name}", "Fachdienst", "fb-familie")
    made.ties(MemberOf, AGENCY, ["planungsteam"])
    for key in units:
        made.tie(MemberOf, key, "planungsteam")
        made.tie(TakesPart, key, "runde")
    kinds = ("Jugendhilfeplanung", "Schulentwicklungsplanung", "Sozialplanung", "Gesundheitsplanung")
    concept = {"kind": "Leitbild", "dated": date(2024, 3, 14), "in_force_from": date(2024, 4, 1)}
    made.node(Document, "leitbild", "Gemeinsames Planungsverständnis", **concept)
    for planning in add_plannings(made, *zip(kinds, units, strict=True)):
        made.tie(Signed, planning, "leitbild", valid_from=date(2024, 3, 14))
        made.tie(TakesPart, planning, "runde")
    return made
