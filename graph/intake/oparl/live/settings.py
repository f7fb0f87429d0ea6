"""How a live endpoint is asked: every bound with its default; the variable of each begins with `FAHRSTUHL_`."""

from typing import Annotated

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict

_More = Field(gt=0)


class LiveSettings(BaseSettings):
    """The settings of reading over HTTP, from the call or from the environment (`FAHRSTUHL_OPARL_…`)."""

    model_config = SettingsConfigDict(env_prefix="FAHRSTUHL_", extra="ignore", frozen=True)

    allow_private_hosts: bool = False
    """Whether an address may lead into the own network: loopback, private, link-local."""
    oparl_rate: Annotated[float, _More] = 5.0
    """Requests in a second, at most."""
    oparl_timeout_s: Annotated[float, _More] = 30.0
    """How long to wait for a connection and for each piece of an answer."""
    oparl_answer_s: Annotated[float, _More] = 300.0
    """How long one answer may take as a whole, however slowly it drips."""
    oparl_run_s: Annotated[float, _More] = 6 * 3600.0
    """How long one download may take; what is there by then is read, the next run goes on from it."""
    oparl_attempts: Annotated[int, Field(ge=1)] = 5
    """How often one page is asked for before it is given up."""
    oparl_backoff_s: Annotated[float, _More] = 1.0
    """The first wait before asking again; it doubles from try to try."""
    oparl_wait_s: Annotated[float, _More] = 120.0
    """The longest wait; a server that asks for a longer one (Retry-After) is left alone until the next run."""
    oparl_failures: Annotated[int, Field(ge=1)] = 5
    """Pages in a row that may be given up before the download is."""
    oparl_page_mib: Annotated[int, _More] = 64
    """Size of one page as it comes."""
    oparl_total_mib: Annotated[int, _More] = 4096
    """Size of all pages."""
    oparl_pages: Annotated[int, _More] = 50_000
    """Number of pages of one download."""
    oparl_keep_h: Annotated[float, Field(ge=0)] = 24.0
    """For how long the pages of an interrupted download are kept to go on from."""
