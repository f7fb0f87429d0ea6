"""The colours of node types and levels, for pictures and legends; contrast to white is held by a test."""

from collections.abc import Mapping
from types import MappingProxyType

from schema.catalogue import NODE_TYPES
from schema.levels import Level

NODE_COLOURS: Mapping[str, str] = MappingProxyType({name: node.colour for name, node in NODE_TYPES.items()})

LEVEL_COLOURS: Mapping[Level, str] = MappingProxyType(
    {
        Level.POLITICS: "#1f4e8c",
        Level.ADMINISTRATION: "#8a6508",
        Level.LIFEWORLD: "#2e7d4f",
        Level.UNKNOWN: "#5f6368",
    }
)
