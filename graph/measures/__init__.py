"""Measures of networks, in NetworkX's manner: a graph in, a value for each node or a typed record out.

The same over arrays, without a NetworkX graph on the way, stands in `graph.measures.arrays`.
"""
