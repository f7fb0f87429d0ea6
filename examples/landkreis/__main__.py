"""Make the tables of the example anew: `python -m examples.landkreis [DIRECTORY]`."""

import sys
from pathlib import Path
from random import Random

from examples.building import Building
from examples.landkreis.administration import add_administration
from examples.landkreis.facts import AS_OF, INVENTED
from examples.landkreis.interests import add_interests
from examples.landkreis.lifeworld import add_lifeworld
from examples.landkreis.monitoring import add_monitoring
from examples.landkreis.notes import add_notes
from examples.landkreis.people import add_people
from examples.landkreis.planning import add_planning
from examples.landkreis.politics import add_politics, add_relations
from examples.landkreis.territory import add_territory, places

SEED = 81_28


def make() -> Building:
    """Put the whole example together; the same seed gives the same records."""
    rng = Random(SEED)
    kreis = Building("musterkreis", INVENTED, as_of=AS_OF)
    wohnplaetze = places(rng)
    add_territory(kreis, wohnplaetze)
    add_administration(kreis)
    add_politics(kreis)
    add_lifeworld(kreis)
    add_relations(kreis)
    add_people(kreis)
    add_planning(kreis)
    add_notes(kreis)
    add_interests(kreis)
    add_monitoring(kreis, wohnplaetze, rng)
    return kreis


if __name__ == "__main__":
    make().write(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
