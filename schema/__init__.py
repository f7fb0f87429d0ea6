"""What exists: node types, ties, levels, provenance and protection, each declared once; imports no other room."""
