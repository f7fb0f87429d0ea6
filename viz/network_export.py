"""`draw network`: everything in one HTML file that opens anywhere, searchable, with legend, filter and table."""

from enum import StrEnum

from graph.network import Network
from schema.text import Lang
from viz.trial import Trial


class Canvas(StrEnum):
    """What draws the network in the file: vis-network through pyvis, or our own canvas (`viz.explorer.file`)."""

    VIS = "vis"
    OWN = "own"


def network_page(network: Network, *, lang: Lang = "de", trial: Trial | None = None) -> str:
    """Write the network, cut already to what the reader may see, as one HTML file that makes no request.

    `trial`: what a scenario adds and takes away, where the network was cut after that was found.
    """
    # pyvis brings IPython along, which takes most of a second to load; only who draws the network waits for it.
    from viz.vis_file import NetworkFile

    return NetworkFile(network, lang, trial).generate_html()
