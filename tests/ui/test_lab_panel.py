"""The lab’s identity, kept field by field and logo by logo."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from labdesk.domain.lab import load_lab, logo_bytes
from labdesk.ui.lab_panel import LabPanel
from labdesk.ui.style import Look

ORDERED = 40_000


def test_the_identity_is_kept_field_by_field_and_a_wrong_colour_is_refused(
    look: Look, around: QWidget
) -> None:
    panel = LabPanel(look, around)
    panel.fields["name"].setText("Labo du Confluent")
    panel.fields["name"].editingFinished.emit()
    panel.fields["colour"].setText("rouge")
    panel.fields["colour"].editingFinished.emit()
    assert "#2B3A8C" in panel.told.text()
    assert load_lab().name == "Labo du Confluent"
    assert load_lab().colour == ""
    panel.fields["colour"].setText("#A03010")
    panel.fields["colour"].editingFinished.emit()
    assert load_lab().colour == "#A03010"


def test_logos_are_copied_ordered_and_taken_away(look: Look, around: QWidget, tmp_path: Path) -> None:
    panel = LabPanel(look, around)
    for name in ("Préfecture", "Région", "Département"):
        image = QImage(3000, 100, QImage.Format.Format_RGB32)
        image.fill(0x884422)
        image.save(str(tmp_path / f"{name}.png"))
        panel._bring_in(tmp_path / f"{name}.png", panel._take_partner)
    panel._move(2)
    assert [logo.alt for logo in load_lab().partners] == ["Préfecture", "Département", "Région"]
    (tmp_path / "Région.png").unlink()
    assert all(logo_bytes(logo) for logo in load_lab().partners)
    panel._remove(0)
    assert [logo.alt for logo in load_lab().partners] == ["Département", "Région"]
    (tmp_path / "faux.png").write_text("pas une image")
    panel._bring_in(tmp_path / "faux.png", panel._take_mark)
    assert "faux.png" in panel.told.text()
    assert load_lab().mark is None
