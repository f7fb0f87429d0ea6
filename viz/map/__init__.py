"""The map: Sozialräume drawn from their own geometry, need against reach, two divisions over each other; no tiles."""
