"""The planning itself: the round of 2026, its papers and formats, and who takes part."""

from examples.building import Building, day
from examples.landkreis.administration import AGENCY, PLANNINGS
from examples.landkreis.facts import AFTER_FACT, FACT
from examples.landkreis.formats import FORMATS
from examples.landkreis.papers import DOCUMENTS
from examples.landkreis.territory import GEMEINDEN
from schema.nodes import Document, Format, Process
from schema.ties import (
    AdoptedBy,
    Concerns,
    ConsultedIn,
    ContributesTo,
    Feeds,
    FundedBy,
    HeldIn,
    IssuedBy,
    Mandates,
    Reaches,
    Signed,
    Steers,
    TakesPart,
    Tie,
    UnderDirectionOf,
)

TIES: dict[str, type[Tie]] = {
    "adopted": AdoptedBy,
    "consulted": ConsultedIn,
    "contributes": ContributesTo,
    "concerns": Concerns,
    "direction": UnderDirectionOf,
    "issued": IssuedBy,
    "mandates": Mandates,
    "signed": Signed,
}


def add_planning(kreis: Building) -> None:
    """Add processes, documents and formats."""
    _add_processes(kreis)
    for key, name, kind, dated, fields, links in DOCUMENTS:
        source = {"source": FACT} if key == "leitbild" else {}
        kreis.node(Document, key, name, kind=kind, dated=day(dated) if dated else None, **fields, **source)
        for link, ends in links.items():
            for end in ends:
                _link(kreis, link, key, end, dated)
    for key, name, kind, held, size, goal, aim, feedback, around in FORMATS:
        moments = {"held_on": day(held), "feedback_on": day(feedback) if feedback else None}
        kreis.node(Format, key, name, kind=kind, size=size, goal=goal or None, aim=aim or None, **moments)
        for end in around.split():
            _around(kreis, key, end)


def _add_processes(kreis: Building) -> None:
    name = "Planungsrunde Integrierte Sozialplanung 2026"
    dates = {"starts_on": day("2026-01-15"), "ends_on": day("2027-03-31")}
    kreis.node(Process, "runde", name, kind="Planungsrunde", phase="Stärken-Schwächen-Analyse", **dates)
    programme = "Landesprogramm Zusammen im Quartier (erfunden)"
    kreis.node(
        Process, "programm", programme, kind="Förderprogramm", starts_on=day("2025-01-01"), ends_on=day("2027-12-31")
    )
    kreis.node(Process, "projekt", "Projekt Frühe Hilfen vor Ort", kind="Projekt", starts_on=day("2025-09-01"))
    kreis.tie(FundedBy, "projekt", "programm")
    kreis.tie(FundedBy, "qb-ahornrath", "programm")
    kreis.tie(Steers, "steuerungsgruppe", "runde", source=AFTER_FACT)
    kreis.tie(TakesPart, "jobcenter", "runde", source=AFTER_FACT)
    kreis.tie(TakesPart, AGENCY, "runde")
    told = "Die kreisweite integrierte Sozialplanung ging von den Gemeinden aus; ihre Vertretungen werden eingebunden."
    kreis.ties(TakesPart, "kreis", ("runde",))
    for gemeinde in GEMEINDEN:
        kreis.tie(TakesPart, gemeinde.key, "runde", source=AFTER_FACT, note=told)
    for planning, _, _, _, _ in PLANNINGS:
        kreis.tie(TakesPart, planning, "runde", source=AFTER_FACT)
    for unit in ("amt-40", "amt-50", "amt-51", "amt-53", "amt-54", "amt-55", "amt-61"):
        kreis.tie(TakesPart, unit, "runde")
    kreis.ties(Concerns, "projekt", ("zg-familien", "sr-ahornrath-mitte", "sr-birkscheid-nord"))
    kreis.ties(TakesPart, "abt-51-1", ("projekt",))


def _link(kreis: Building, link: str, document: str, end: str, dated: str) -> None:
    """Tie a document to what its table names; contributors and signers stand at the start of their ties."""
    if link in ("contributes", "signed"):
        kreis.tie(TIES[link], end, document)
    elif link == "consulted":
        kreis.tie(ConsultedIn, document, end, held_on=day(dated), role="Beratung", result="zur Kenntnis genommen")
    else:
        kreis.tie(TIES[link], document, end)


def _around(kreis: Building, key: str, end: str) -> None:
    """Tie a format to whom it reaches, where it is held, what it feeds or who takes part: the other's key tells."""
    prefix = end.split("-")[0]
    if prefix == "zg":
        kreis.tie(Reaches, key, end)
    elif prefix == "sr":
        kreis.tie(HeldIn, key, end)
    elif end in ("runde", "projekt") or prefix == "bericht":
        kreis.tie(Feeds, key, end)
    else:
        kreis.tie(TakesPart, end, key)
