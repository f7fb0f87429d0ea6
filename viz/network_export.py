"""`draw network`: everything in one HTML file that opens anywhere, searchable, with legend, filter and table."""

from graph.network import Network
from schema.text import Lang


def network_page(network: Network, *, lang: Lang = "de") -> str:
    """Write the network, cut already to what the reader may see, as one HTML file that makes no request."""
    # pyvis brings IPython along, which takes most of a second to load; only who draws the network waits for it.
    from viz.vis_file import NetworkFile

    return NetworkFile(network, lang).generate_html()
