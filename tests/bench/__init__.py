"""Benchmarks: `make bench`; CPU time, several runs, median; never a timed test."""
