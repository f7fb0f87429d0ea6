"""Fahrstuhl: who links politics, administration and the Sozialräume of a municipality, and where links are missing."""

__version__ = "0.1.0"
