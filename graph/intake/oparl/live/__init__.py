"""OParl over HTTP: politely, in bounded time and memory, and from one host only."""
