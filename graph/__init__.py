"""The network: kept, read in, measured, asked, remembered."""
