"""A Landkreis with eight Gemeinden after the Rheinisch-Bergischer Kreis of the source; see README.md."""
