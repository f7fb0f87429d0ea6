"""Lists as offices keep them: one row per person, organisation or unit, with headings of their own."""
