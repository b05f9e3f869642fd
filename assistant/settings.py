"""Settings from the environment, read once at the edge into one frozen object."""

from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from assistant.manage.password import check_hash
from assistant.writers.model import TIMEOUT, WINDOW
from ingest.errors import UserError
from ingest.limits import Limits
from vectorstore.embedder import SHIPPED
from vectorstore.reader import SHIPPED as SHIPPED_READER


class Settings(BaseSettings):
    """What can be set, each by the variable EDUPLAN_ and its name: EDUPLAN_STORE, EDUPLAN_PORT, ..."""

    model_config = SettingsConfigDict(env_prefix="EDUPLAN_", frozen=True, extra="ignore")

    store: Path = Field(Path("store"), description="folder of the store")
    embedding: str = Field(SHIPPED, description="embedding model: the shipped one, a folder, or a name")
    query_prefix: str | None = Field(None, description="what the embedding model wants before a question")
    passage_prefix: str | None = Field(None, description="what the embedding model wants before a passage")
    thesaurus: Path | None = Field(None, description="a table of further wordings and official terms")
    reader: str = Field(
        SHIPPED_READER, description="what reads the best items: the shipped one, a cross-encoder, or none"
    )
    chat_model: str | None = Field(None, description="a chat model that writes the answers, as provider:model")
    chat_window: int = Field(WINDOW, ge=1_000, description="tokens that the chat model reads and writes at most")
    chat_timeout: float = Field(TIMEOUT, gt=0, le=600, description="seconds that an answer of the chat model may take")
    chat_prompt_price: float | None = Field(None, ge=0, description="what a million tokens of prompts cost")
    chat_answer_price: float | None = Field(None, ge=0, description="what a million tokens of answers cost")
    chroma_url: str | None = Field(None, description="a Chroma server to use in place of the store's own Chroma")
    max_bytes: int = Field(Limits().max_bytes, ge=1, description="bytes of the largest file that is read")
    max_pages: int = Field(Limits().max_pages, ge=1, description="pages of the longest PDF that is read")
    max_unpacked: int = Field(Limits().max_unpacked, ge=1, description="bytes that an archive may unpack to")
    host: str = Field("127.0.0.1", description="address that the page is served at")
    port: int = Field(7860, ge=1, le=65535, description="port that the page is served at")

    password: SecretStr | None = Field(None, description="hash of the password for Manage, from `eduplan password`")

    @property
    def password_hash(self) -> str | None:
        """The hash of Manage's password, if one is set. Raises UserError for what is none, without repeating it."""
        said = self.password.get_secret_value().strip() if self.password else ""
        return check_hash(said) if said else None

    @property
    def limits(self) -> Limits:
        """How much of a file is read."""
        return Limits(max_bytes=self.max_bytes, max_pages=self.max_pages, max_unpacked=self.max_unpacked)


def read_settings() -> Settings:
    """The settings of the environment. Raises UserError that names the variable, its value and what it takes."""
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"EDUPLAN_{str(first['loc'][0]).upper()}"
        raise UserError(
            f"{name} is {first['input']!r}, which does not fit: {first['msg']}; change or unset it."
        ) from None
