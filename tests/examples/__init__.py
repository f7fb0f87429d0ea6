"""Tests of the example municipalities."""
