"""Settings of a run: one frozen record per stage, read from TOML, unknown names refused."""

import os
import sys
import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from stat import S_ISREG
from typing import Any

from riwaya.errors import ConfigError, UnknownChoiceError


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestSettings:
    """What is read, and how far."""

    most_bytes: int = 20_000_000
    """A file, page or JSON line larger than this is rejected."""
    least_arabic_share: float = 0.5
    """A text with a smaller share of Arabic among its letters is rejected (0 to 1)."""
    least_letters: int = 20
    """A text with fewer Arabic letters than this is rejected as empty."""
    repeats: bool = False
    """Whether a text that was read before is read again."""
    timeout_seconds: float = 20.0
    """How long a URL may take to connect, and to send its next bytes."""
    most_redirects: int = 5
    """How many redirects of a URL are followed."""
    private_addresses: bool = False
    """Whether URLs may lead to private, loopback and link-local addresses."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """All of the settings of a run; print it to know what was used."""

    ingest: IngestSettings = field(default_factory=IngestSettings)


def read_settings(path: Path) -> Settings:
    """Read settings from a TOML file, refusing any name or type we do not know.

    Raises:
        ConfigError: the file is missing, is no TOML, or gives a value of the wrong type.
        UnknownChoiceError: a section or setting does not exist.
    """
    try:
        if not S_ISREG(path.stat().st_mode):
            raise ConfigError(f"settings file {path} is a folder, pipe or device")
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"settings file {path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"settings file {path} is no UTF-8 text") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"settings file {path}: {error}") from error
    sections = {"ingest": IngestSettings}
    read: dict[str, Any] = {}
    for section, values in raw.items():
        if section not in sections:
            raise UnknownChoiceError(setting="section", value=section, known=sections)
        read[section] = _section(sections[section], section, values)
    return Settings(**read)


def _section(record: type[IngestSettings], section: str, values: object) -> IngestSettings:
    if not isinstance(values, dict):
        raise ConfigError(f"settings: [{section}] is not a table")
    known = {f.name: f for f in fields(record)}
    for name, value in values.items():
        if name not in known:
            raise UnknownChoiceError(setting=section, value=name, known=known)
        wanted = type(known[name].default)
        # Not isinstance: a bool is an int to Python, and true is no number of bytes.
        if not (type(value) is wanted or (wanted is float and type(value) is int)):
            raise ConfigError(f"settings: {section}.{name} must be {wanted.__name__}: {value!r}")
    return record(**values)


def data_folder() -> Path:
    """Return where the tables that a user has imported are kept; it need not exist.

    It is what the environment variable RIWAYA_DATA says, or the folder `riwaya` where the system
    keeps the data of a user's programs.
    """
    said = os.environ.get("RIWAYA_DATA")
    if said:
        return Path(said).expanduser()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "riwaya"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "riwaya"
    return Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share") / "riwaya"
