"""Planning rounds: their scope, notes, decisions and tasks, their answers frozen, and the progress between two."""
