"""Reading back what Fahrstuhl itself has exported."""
