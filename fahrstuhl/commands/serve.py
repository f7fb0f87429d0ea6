"""`fahrstuhl serve`: the API and the pages, on this machine only."""

from typing import Annotated

import typer

from fahrstuhl import options, printing
from fahrstuhl.language import said
from graph.store.opening import open_store
from graph.store.store import Store
from schema.text import Lang, Text

HELP = said("API und Seiten auf diesem Rechner bereitstellen.", "Serve the API and the pages on this machine.")

_RUNS = Text(
    "Fahrstuhl läuft: http://localhost:{port}/ (beenden mit Strg+C)\n"
    "Zum Bearbeiten anmelden (gilt einmal): http://localhost:{port}/sign-in#{code}\n"
    "Schlüssel für weitere Anmeldungen und für Programme: {token}",
    "Fahrstuhl runs: http://localhost:{port}/ (stop with Ctrl+C)\n"
    "Sign in to edit (counts once): http://localhost:{port}/sign-in#{code}\n"
    "Token for further sign-ins and for programs: {token}",
)


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
    """Serve until interrupted; token and one-time code are new at each start and printed once.

    The code stands behind the # of an address: browsers send that part to nobody, so that no log holds it.
    """
    # Here, since the service takes as long to load as all other commands together, and only this one needs it.
    import uvicorn

    from api.app import create_app
    from api.settings import ApiSettings

    settings = ApiSettings()
    app = create_app(store, settings)
    said = _RUNS.format(port=port, code=app.state.sessions.code, token=settings.token.get_secret_value())
    printing.log().print(said.lang(lang), style="bold", soft_wrap=True)
    host = str(settings.listen)
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
