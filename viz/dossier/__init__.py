"""The dossier: what a planner carries into the meeting, made once and written as HTML, Word or PDF."""
