"""Scenarios: what would be otherwise, tried without touching the data, adopted as one change or thrown away."""
