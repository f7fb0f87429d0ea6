"""Write the published networks that NetworkX ships as the tables that make_reference.R reads."""

import csv
import sys
from pathlib import Path

from tests.reference import SHIPPED, network

folder = Path(sys.argv[1])
folder.mkdir(parents=True, exist_ok=True)
for name in SHIPPED:
    drawn = network(name)
    with (folder / f"{name}__nodes.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("name", "group"), *drawn.nodes(data="group")])
    with (folder / f"{name}__edges.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("from", "to", "weight"), *drawn.edges(data="weight")])
