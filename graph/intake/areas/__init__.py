"""Areas: geometries, key tables, lists of Kommunen, and what became of areas in a new division."""
