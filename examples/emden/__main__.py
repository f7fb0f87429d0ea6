"""Make the tables of the example anew: `python -m examples.emden [DIRECTORY]`."""

import sys
from pathlib import Path
from random import Random

from examples.building import Building
from examples.emden.change import add_change
from examples.emden.facts import AS_OF, INVENTED
from examples.emden.town import add_town

SEED = 2015


def make() -> Building:
    """Put the whole example together; the same seed gives the same records."""
    town = Building("emden", INVENTED, as_of=AS_OF)
    add_town(town, Random(SEED))
    add_change(town)
    return town


if __name__ == "__main__":
    make().write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
