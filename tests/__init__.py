"""Tests: a mirror of the rooms; contract/ is what every store promises."""
