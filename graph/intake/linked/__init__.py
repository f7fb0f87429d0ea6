"""Linked data on organisations: W3C ORG with its neighbours, in Turtle or JSON-LD; nothing is ever fetched."""
