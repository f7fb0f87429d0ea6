"""A kreisfreie Stadt after Emden in the source, with what changed and when; see README.md."""
