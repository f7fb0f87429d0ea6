"""Where the store is and how to get in: settings from the environment, each with its default."""

from pathlib import Path
from typing import Annotated

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from schema.errors import InputError
from schema.text import Text

DEFAULT_DIRECTORY = "./fahrstuhl-data"

_NO_FILE = Text(
    "Die Passwortdatei „{file}“ ist nicht lesbar ({why}).", "The password file “{file}” is not readable ({why})."
)
_CHECK_IT = Text("FAHRSTUHL_STORE_PASSWORD_FILE prüfen.", "Check FAHRSTUHL_STORE_PASSWORD_FILE.")


class StoreSettings(BaseSettings):
    """The settings of the store; the environment variable of each begins with `FAHRSTUHL_`."""

    model_config = SettingsConfigDict(env_prefix="FAHRSTUHL_", extra="ignore", frozen=True)

    store: str = DEFAULT_DIRECTORY
    """Directory of an embedded store, or the address of a Neo4j (`bolt://`, `neo4j://`, with `+s`, `+ssc`)."""
    store_user: str = "neo4j"
    """User name for Neo4j."""
    store_password: SecretStr | None = None
    """Password for Neo4j."""
    store_password_file: Path | None = None
    """File that holds the password; taken where `store_password` is not given."""
    store_database: str | None = None
    """Database of the Neo4j; nothing for its default."""
    heap_mb: Annotated[int | None, Field(ge=128)] = None
    """Memory of the embedded server in MB; nothing for a share of the machine's."""
    store_patience_s: Annotated[float, Field(ge=0)] = 30.0
    """How long a writer waits for another to finish."""

    def password(self) -> str:
        """Give the password, from the setting or from the file; empty where there is none."""
        if self.store_password is not None:
            return self.store_password.get_secret_value()
        if self.store_password_file is None:
            return ""
        try:
            return self.store_password_file.read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = error.strerror if isinstance(error, OSError) else "UTF-8"
            raise InputError(_NO_FILE.format(file=self.store_password_file, why=why), _CHECK_IT) from error
