"""Focus without a server or a script: each box links to itself, and a rule of style keeps its elevator strong."""

from collections import defaultdict
from collections.abc import Hashable, Mapping

from viz.levels.composing import Composition
from viz.levels.elevator import elevator


def focus_classes(made: Composition) -> Mapping[Hashable, str]:
    """Name for each element (by key) and link the elevators that it belongs to, as classes `k` and a number."""
    found = defaultdict[Hashable, list[str]](list)
    for number, element in enumerate(made.elements):
        if element.node is None:
            continue
        elements, links = elevator(made.scene, made.links, element.key)
        for each in (*elements, *links):
            found[each].append(f"k{number}")
    return {each: " ".join(names) for each, names in found.items()}


def focus_rules(made: Composition) -> str:
    """Write the rules: while a box is the target of the address, what is not of its elevator turns faint."""
    return "".join(
        f".levels:has(#e{n}:target)>:is(.element,.link,.casing,.door):not(.k{n})"
        "{filter:grayscale(1);opacity:.35}"
        f"#e{n}:target>.plate{{stroke:#1b1f24;stroke-width:3.5}}\n"
        for n, element in enumerate(made.elements)
        if element.node is not None
    )
