"""Pictures and layouts from a network or an answer, never from a store."""
