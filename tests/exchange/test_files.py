"""Files read and written: told in a sentence, whole or not at all."""

import os
from pathlib import Path

import pytest

from labdesk.errors import Refusal
from labdesk.exchange import files


def test_a_text_is_read_without_its_byte_order_mark(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes("\ufeffé".encode())
    assert files.read_text(path) == "é"


def test_a_text_of_another_alphabet_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_bytes(b"un\ndeux\n\xe9t\xe9")
    with pytest.raises(Refusal, match=r"a\.json, ligne 3"):
        files.read_text(path)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="est un dossier"):
        files.read_bytes(tmp_path)
    with pytest.raises(Refusal, match="n’existe pas"):
        files.read_bytes(tmp_path / "absent.json")
    big = tmp_path / "grand.json"
    with big.open("wb") as file:
        file.truncate(files.LARGEST + 1)
    with pytest.raises(Refusal, match="trop grand"):
        files.read_bytes(big)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"avant")
    files.write_bytes(path, b"apres")
    assert path.read_bytes() == b"apres"
    assert [other.name for other in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize("place", [".", "absent/a.csv", "fichier/a.csv"])
def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "fichier").write_bytes(b"")
    with pytest.raises(Refusal):
        files.write_bytes(tmp_path / place, b"x")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="the super-user writes everywhere")
def test_a_protected_file_keeps_what_it_had(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"avant")
    path.chmod(0o444)
    with pytest.raises(Refusal, match="pas le droit"):
        files.write_bytes(path, b"apres")
    assert path.read_bytes() == b"avant"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_full_disk_is_told_and_the_file_keeps_what_it_had(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"avant")

    def full_disk(**_where: object) -> tuple[int, str]:
        part = tmp_path / ".part"
        part.write_bytes(b"")
        return os.open("/dev/full", os.O_WRONLY), str(part)

    monkeypatch.setattr("tempfile.mkstemp", full_disk)
    with pytest.raises(Refusal, match="le disque est plein"):
        files.write_bytes(path, b"apres")
    assert path.read_bytes() == b"avant"
    assert not (tmp_path / ".part").exists()
