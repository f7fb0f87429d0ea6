"""What the service may be told: its token, its names, what its readers may see, and its limits."""

import secrets
from ipaddress import IPv4Address
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, IPvAnyAddress, SecretStr
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

from schema.record import Visibility


def _listed(given: Any) -> Any:
    return tuple(filter(None, map(str.strip, given.split(",")))) if isinstance(given, str) else given


class ApiSettings(BaseSettings):
    """Settings of the service, from the call or from the environment (`FAHRSTUHL_API_…`).

    A reader without the token sees public records and no persons, whatever stands here. The token belongs to whoever
    started the service; `visibility` and `persons` are the most that its holder may ask for.
    """

    model_config = SettingsConfigDict(env_prefix="FAHRSTUHL_API_", frozen=True, extra="forbid")

    token: SecretStr = Field(default_factory=lambda: SecretStr(secrets.token_urlsafe(32)), min_length=16)
    hosts: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed)] = ()
    """Names besides the loopback ones under which the service may be called, say behind a proxy; comma-separated."""
    listen: IPvAnyAddress = IPv4Address("127.0.0.1")
    """The address to listen on. In a container, whose own loopback nobody reaches, 0.0.0.0; its port is then published
    on the loopback address of the machine."""
    visibility: Visibility = Visibility.CONFIDENTIAL
    persons: bool = True
    body_bytes: int = Field(default=1_000_000, ge=1_000)
    """The longest request body that is read."""
    body_seconds: float = Field(default=10.0, gt=0)
    """How long a client may take to send its body."""
    upload_bytes: int = Field(default=256 * 1024 * 1024, ge=1_000)
    """The largest file that is taken for reading in; what is larger, `fahrstuhl import` reads."""
    upload_seconds: float = Field(default=600.0, gt=0)
    """How long a client may take to send such a file."""
    imports_kept: int = Field(default=20, ge=1)
    """How many imports are kept with their reports; the oldest that are over make room."""
    cypher_at_once: int = Field(default=4, ge=1)
    """How many Cypher statements run at the same time; the next one is told to come back."""
    answers_kept: int = Field(default=128, ge=1)
    cuts_kept: int = Field(default=8, ge=1)
    """How many answers and how many cut networks of the present data version stay in memory."""
