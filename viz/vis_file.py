"""The free network through pyvis, made safe: its class and its vis-network, with a template of our own.

pyvis 0.3.2 as shipped loads from foreign hosts, takes titles as HTML and adds edges in quadratic time. What is used of
it is the model (nodes, edges, options) and the vis-network inside the package, pinned by hash.
"""

import hashlib
from pathlib import Path
from typing import Any

import pyvis
import pyvis.network
from markupsafe import Markup

from graph.network import Network
from schema.errors import FahrstuhlError
from schema.text import Lang, Text
from viz import network_data, network_words
from viz.network_script import joined
from viz.pages import STATIC, policy, rendered
from viz.served import state
from viz.trial import Trial, trial_of

VIS = Path(pyvis.__file__).parent / "lib" / "vis-9.1.2" / "vis-network.min.js"
VIS_SHA256 = "1f20f0736f32cb9bedf8f6383b25cfea2f839e1abe80d6e8040b4d5bea378c69"


class NetworkFile(pyvis.network.Network):  # type: ignore[misc] # pyvis has no types
    """A pyvis network that is written as one file which asks nobody and takes every name as plain text."""

    def __init__(self, network: Network, lang: Lang, trial: Trial | None = None) -> None:
        """Take over nodes and ties; directly, because pyvis looks through all of them for each one it adds.

        `trial`: what a scenario adds and takes away, where the network was cut after that was found.
        """
        super().__init__(directed=True, height="100%", width="100%")
        self.lang: Lang = lang
        self.size, self.state = (network.n, network.m), state(network)
        self.trial = trial_of(network) if trial is None else trial
        self.nodes = network_data.nodes(network, self.trial.nodes)
        self.node_ids = [node["id"] for node in self.nodes]
        self.node_map = {node["id"]: node for node in self.nodes}
        self.edges = network_data.edges(network, self.trial.ties)
        self.title = network_words.TITLE.lang(lang)

    def data(self) -> dict[str, Any]:
        """Give all that the file's own script needs."""
        lang = self.lang
        words = {name: text.lang(lang) for name, text in network_words.SCRIPT.items()}
        return {
            "nodes": self.nodes,
            "edges": self.edges,
            "types": network_data.types(lang),
            "verbs": network_data.verbs(lang),
            "levels": network_data.levels(lang),
            "words": words,
            "lang": lang,
        }

    def generate_html(self, name: str = "", local: bool = True, notebook: bool = False) -> str:
        """Write the file; the arguments of pyvis have no say here: everything is inside and nothing is asked for."""
        del name, local, notebook
        library, own = vis_network(), joined("network")
        style = (STATIC / "network.css").read_text("utf-8")
        return rendered(
            "network.html",
            self.lang,
            w=network_words,
            title=self.title,
            size=self.size,
            state=self.state,
            trial=self.trial,
            policy=policy(styles=[style], scripts=[library, own]),
            style=Markup(style),  # noqa: S704 our own style sheet
            library=Markup(library),  # noqa: S704 checked against its hash
            own=Markup(own),  # noqa: S704 our own script
            data=Markup(network_data.island(self.data())),  # noqa: S704 escaped for a script element
        )

    def write_html(self, name: str, local: bool = True, notebook: bool = False, open_browser: bool = False) -> None:
        """Write the file in UTF-8 and nothing beside it."""
        del local, notebook, open_browser
        Path(name).write_text(self.generate_html(), encoding="utf-8")


def vis_network(path: Path = VIS) -> str:
    """Read vis-network from the installed pyvis; refuse any other bytes than those that were looked at."""
    content = path.read_bytes() if path.is_file() else b""
    if hashlib.sha256(content).hexdigest() != VIS_SHA256:
        wrong = Text("{path} ist nicht die geprüfte Fassung.", "{path} is not the version that was checked.")
        raise FahrstuhlError(
            wrong.format(path=path.name),
            Text("Die Umgebung neu einrichten: make setup", "Set up the environment again: make setup"),
        )
    # A browser reads every end of line as one character, and so must the hash in the policy.
    return content.decode("utf-8").replace("\r\n", "\n")
