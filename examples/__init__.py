"""Municipalities to try things on, as tables with the script that makes them; what is invented says so."""
