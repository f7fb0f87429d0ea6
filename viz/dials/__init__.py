"""The ten Stellschrauben as dials."""
