"""What a scenario changes in a picture: compared thing by thing, told in a table, marked with signs."""
