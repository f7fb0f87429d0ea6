import numpy as np

from graph.measures.arrays.matrices import binary, matrix


def test_the_pattern_keeps_weights_below_one_and_drops_what_adds_up_to_nothing() -> None:
    made = matrix(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 2]), (2, 3), np.array([0.5, -0.5, 0.25, 3.0]))
    assert binary(made).toarray().tolist() == [[0, 0, 0], [1, 0, 1]]
