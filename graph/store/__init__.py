"""Where the network is kept: one store over Bolt, two servers behind it."""
