"""Values of indicators: area, year and value in a row each, or years or indicators side by side."""
