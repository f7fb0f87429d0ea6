"""The ten Stellschrauben of integrated planning as checks, one module each; `CHECKS` lists them all."""

from collections.abc import Mapping
from types import MappingProxyType

from graph.stellschrauben.berichterstattung import berichterstattung
from graph.stellschrauben.check import Check
from graph.stellschrauben.counterparts import counterparts
from graph.stellschrauben.dezernatsintegration import dezernatsintegration
from graph.stellschrauben.fuehrungskreis import fuehrungskreis
from graph.stellschrauben.gegenstrom import gegenstrom
from graph.stellschrauben.kontaktformate import kontaktformate
from graph.stellschrauben.planungsverstaendnis import planungsverstaendnis
from graph.stellschrauben.ratsbeauftragung import ratsbeauftragung
from graph.stellschrauben.raumzuschnitt import raumzuschnitt
from graph.stellschrauben.verfuegung import verfuegung

CHECKS: Mapping[int, Check] = MappingProxyType(
    {
        found.number: found
        for found in (
            ratsbeauftragung,
            dezernatsintegration,
            verfuegung,
            fuehrungskreis,
            planungsverstaendnis,
            berichterstattung,
            raumzuschnitt,
            gegenstrom,
            kontaktformate,
            counterparts,
        )
    }
)
"""Every check by its number, in the order of the source."""
