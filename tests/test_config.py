"""Settings are typed, and a misspelling is an error that says what would have worked."""

import os
from pathlib import Path

import pytest

from riwaya.config import IngestSettings, Settings, read_settings
from riwaya.errors import ConfigError, UnknownChoiceError


def settings_file(folder: Path, text: str) -> Path:
    path = folder / "riwaya.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_empty_file_gives_the_defaults(tmp_path: Path) -> None:
    assert read_settings(settings_file(tmp_path, "")) == Settings()


def test_a_file_changes_what_it_names(tmp_path: Path) -> None:
    path = settings_file(tmp_path, "[ingest]\nleast_letters = 5\ntimeout_seconds = 3\n")
    assert read_settings(path).ingest == IngestSettings(least_letters=5, timeout_seconds=3)


@pytest.mark.parametrize(
    ("text", "known"),
    [("[ingst]\n", "ingest"), ("[ingest]\nleast_leters = 5\n", "least_letters")],
)
def test_an_unknown_name_is_refused_with_the_known_ones(
    tmp_path: Path, text: str, known: str
) -> None:
    with pytest.raises(UnknownChoiceError, match=known):
        read_settings(settings_file(tmp_path, text))


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('least_letters = "five"', "least_letters must be int"),
        ("least_letters = 5.5", "least_letters must be int"),
        ("most_bytes = true", "most_bytes must be int: True"),
        ("timeout_seconds = true", "timeout_seconds must be float"),
        ("private_addresses = 1", "private_addresses must be bool"),
        ('timeout_seconds = "3"', "timeout_seconds must be float"),
    ],
)
def test_a_value_of_the_wrong_type_is_refused(tmp_path: Path, line: str, problem: str) -> None:
    with pytest.raises(ConfigError, match=problem):
        read_settings(settings_file(tmp_path, f"[ingest]\n{line}\n"))


@pytest.mark.parametrize("text", ["[ingest", "ingest = 5", "\x00"])
def test_what_is_no_settings_file_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(ConfigError):
        read_settings(settings_file(tmp_path, text))


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"absent\.toml: No such file or directory$"):
        read_settings(tmp_path / "absent.toml")


def test_a_pipe_is_no_settings_file_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    with pytest.raises(ConfigError, match=r"pipe\.toml is a folder, pipe or device"):
        read_settings(tmp_path / "pipe.toml")


def test_bytes_that_are_no_text_are_told_in_words_of_ours(tmp_path: Path) -> None:
    (tmp_path / "cp1256.toml").write_bytes("# إعدادات".encode("cp1256"))
    with pytest.raises(ConfigError, match=r"cp1256\.toml is no UTF-8 text$"):
        read_settings(tmp_path / "cp1256.toml")
