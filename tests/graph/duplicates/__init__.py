"""Duplicates: suspects, judgements, merges and their taking back."""
