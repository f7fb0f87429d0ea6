"""Networks as they are kept for analysis: edge lists, node lists, two-mode lists and matrices in CSV."""
