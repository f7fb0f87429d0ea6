"""The explorer: the whole network on a canvas, one actor on a page, own queries as table and picture."""
