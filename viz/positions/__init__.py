"""Positions: who stands where by what others attribute, and beside it where they stand by measure."""
