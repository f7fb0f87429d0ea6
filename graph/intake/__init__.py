"""Reading in: from what a municipality has to records, with an account of every oddity."""
