"""Popolo: persons, organizations, memberships, posts and areas of councils and parliaments, in JSON."""
