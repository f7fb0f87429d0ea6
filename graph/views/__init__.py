"""Saved views: the address of a page under a name."""
