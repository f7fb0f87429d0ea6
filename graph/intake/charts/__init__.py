"""Organisation charts as the Berlin chart tool keeps them (JSON, schemaVersion 1.x)."""
