"""The pages on which a browser works: signing in, editing, scenarios, reading in, duplicates, history."""
