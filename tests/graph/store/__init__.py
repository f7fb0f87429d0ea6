"""Tests of the room graph/store."""
