"""The view of the network as one file with our own canvas: opens anywhere, asks nobody, carries the evidence too."""

from typing import Any

import numpy as np
from markupsafe import Markup

from schema.text import Lang
from viz import network_words
from viz.explorer import words
from viz.explorer.beside import around, remarks
from viz.explorer.choosing import Chosen
from viz.explorer.data import Places, net, seen, ties_aboard
from viz.network_data import island
from viz.network_script import joined
from viz.pages import STATIC, policy, rendered

STYLES = ("page", "explorer")


def network_file(chosen: Chosen, where: Places, *, lang: Lang = "de", everything: bool = False) -> str:
    """Write the file; `where` are the positions of the nodes of the chosen network.

    It holds what the view shows; with `everything` also what the filter hides, which can be shown in the file then, as
    long as a browser can hold it all.
    """
    part = chosen if everything and chosen.complete else chosen.only_shown()
    style = "".join((STATIC / f"{name}.css").read_text("utf-8") for name in STYLES)
    script = joined("file")
    return rendered(
        "network_file.html",
        lang,
        **{**around(part), "remarks": remarks(chosen)},
        w=words,
        nw=network_words,
        policy=f"{policy(styles=[style], scripts=[script])}; require-trusted-types-for 'script'",
        style=Markup(style),  # noqa: S704 our own style sheets
        script=Markup(script),  # noqa: S704 our own modules
        data=Markup(island(_island(part, where if part is chosen else where[chosen.shown], lang))),  # noqa: S704 escaped
    )


def _island(chosen: Chosen, where: Places, lang: Lang) -> dict[str, Any]:
    network, (joined_, _) = chosen.network, ties_aboard(chosen)
    told = [str(network.node_rows[i]["source"]) for i in np.flatnonzero(chosen.aboard)]
    ties = [str(network.tie_rows[j]["source"]) for j in joined_]
    place = {source: n for n, source in enumerate(dict.fromkeys((*told, *ties)))}
    return {
        **net(chosen, where, lang, words.CARRIED),
        "page": seen(chosen),
        "sources": list(place),
        "nodeSource": [place[source] for source in told],
        "tieSource": [place[source] for source in ties],
    }
