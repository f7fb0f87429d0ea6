"""Written out: the network in forms that other programs and this one read."""
