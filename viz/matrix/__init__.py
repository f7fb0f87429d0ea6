"""The matrix: who has to do with what, as counts that open their evidence, ordered so that blocks show."""
