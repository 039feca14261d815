"""The laptop keeps one identity, and has one even where nothing can be written."""

from pathlib import Path

from labdesk.store.author import FILE, laptop


def test_the_identity_is_made_once(tmp_path: Path) -> None:
    assert laptop(tmp_path) == laptop(tmp_path)
    assert len(laptop(tmp_path)) == 16


def test_a_damaged_identity_does_not_stop_the_work(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"\xff\x00")
    assert len(laptop(tmp_path)) == 16
    assert len(laptop(tmp_path / "missing")) == 16
