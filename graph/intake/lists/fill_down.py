"""Hierarchies written with blank cells: what stands above counts until something new stands there."""

from collections.abc import Iterable, Iterator, Sequence


def filled_down(rows: Iterable[Sequence[str]], columns: Sequence[int]) -> Iterator[list[str]]:
    """Give rows with the blank cells of some columns filled from above; `columns` run from the largest to the smallest.

    Where a larger one changes, what was smaller counts no longer. A row that is blank throughout stays so.

    >>> list(filled_down([["A", "1", "x"], ["", "2", "y"], ["", "", "z"], ["B", "", "w"]], [0, 1]))
    [['A', '1', 'x'], ['A', '2', 'y'], ['A', '2', 'z'], ['B', '', 'w']]
    """
    above: dict[int, str] = {}
    for row in rows:
        cells = list(row) + [""] * (max(columns, default=-1) + 1 - len(row))
        if any(cell.strip() for cell in cells):
            for place, column in enumerate(columns):
                if cells[column].strip():
                    for smaller in columns[place + 1 :]:
                        above.pop(smaller, None)
                    above[column] = cells[column]
                else:
                    cells[column] = above.get(column, "")
        yield cells


def written_with_blanks(cells: Sequence[str]) -> bool:
    """Say whether a column names each value only where it begins: something on top, blanks, nothing twice in a row.

    >>> written_with_blanks(["A", "", "", "B", ""]), written_with_blanks(["A", "A", "", "B"])
    (True, False)
    """
    plain = [cell.strip() for cell in cells]
    if len(plain) < 2 or not plain[0] or all(plain):
        return False
    values = [cell for cell in plain if cell]
    return len(set(values)) == len(values) and len(values) * 2 <= len(plain)
