"""Measures over NetworkX graphs and over the network's arrays, with definition and source each."""
