"""HTTP: reads, writes, asks, draws, rights."""
