"""Six small networks, each after a good practice that the source names by its heading; see README.md."""
