"""Make the tables of the six patterns anew: `python -m examples.patterns [DIRECTORY]`."""

import sys
from pathlib import Path

from examples.building import Building
from examples.patterns.contacts import emden_fuehrung, lk_soemmerda, lk_vorpommern_greifswald
from examples.patterns.departments import jena, lk_pinneberg, lk_zwickau


def make() -> tuple[Building, ...]:
    """Put all six networks together."""
    return jena(), lk_zwickau(), lk_pinneberg(), emden_fuehrung(), lk_soemmerda(), lk_vorpommern_greifswald()


if __name__ == "__main__":
    directory = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for made in make():
        made.write(directory / made.name)
