"""Measures over the network's arrays: pure functions of sparse matrices, with definition and source each."""

from graph.measures.arrays.brokerage import Roles, gould_fernandez, spanned_pairs
from graph.measures.arrays.holes import Holes, structural_holes
from graph.measures.arrays.lift import dual_alters
from graph.measures.arrays.ranking import mean_rank, places
from graph.measures.arrays.steps import Pick, greedy_cover, reach, within_two_steps

__all__ = [
    "Holes",
    "Pick",
    "Roles",
    "dual_alters",
    "gould_fernandez",
    "greedy_cover",
    "mean_rank",
    "places",
    "reach",
    "spanned_pairs",
    "structural_holes",
    "within_two_steps",
]
