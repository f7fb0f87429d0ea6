"""`fahrstuhl serve`: the API and the pages, on this machine only."""

from typing import Annotated

import typer
import uvicorn

from api.app import create_app
from api.settings import ApiSettings
from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.store.opening import open_store
from graph.store.store import Store
from schema.text import Lang, Text

HELP = said("API und Seiten auf diesem Rechner bereitstellen.", "Serve the API and the pages on this machine.")


def serve(
    ctx: typer.Context,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help=said("Port auf diesem Rechner.", "Port on this machine."))
    ] = 8000,
    store: options.StoreOption = None,
) -> None:
    with open_store(store) as opened:
        listen(opened, port=port, lang=ctx.obj)


def listen(store: Store, *, port: int, lang: Lang) -> None:
    """Serve until interrupted; the token for writing and for Cypher is new at each start and printed once."""
    settings = ApiSettings()
    text = Text(
        "Fahrstuhl läuft: http://localhost:{port}/ (beenden mit Strg+C)\nSchlüssel für Cypher und Schreiben: {token}",
        "Fahrstuhl runs: http://localhost:{port}/ (stop with Ctrl+C)\nToken for Cypher and writing: {token}",
    )
    printing.log().print(text.format(port=port, token=settings.token.get_secret_value()).lang(lang), style="bold")
    host = str(settings.listen)
    uvicorn.run(create_app(store, settings), host=host, port=port, log_level="warning", server_header=False)
