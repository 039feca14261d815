"""« Identité du laboratoire »: its name, whom to write to, its colour, its logos; kept for every document."""

import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from msgspec.structs import replace
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import (
    QColorDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from labdesk.domain.lab import MOST_PARTNERS, Lab, Logo, folder, is_colour, load_lab, logo_bytes, save_lab
from labdesk.errors import Refusal
from labdesk.ui.aloud import say_aloud
from labdesk.ui.scrolled_panel import ScrolledPanel
from labdesk.ui.sheet import role
from labdesk.ui.style import Look
from labdesk.words import _

LARGEST = 2000
"""px: a logo printed 60 mm wide needs no more."""

LEFT = Qt.AlignmentFlag.AlignLeft


class LabPanel(ScrolledPanel):
    """Each field takes effect when it is left; a refusal is told and the former words stay in the file."""

    kept = Signal()

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(look, _("Identité du laboratoire"), parent)
        self.lab = load_lab()
        self.line(_("Pour les notices, les autorisations et la couverture des dossiers."), "muted", wrap=True)
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.fields: dict[str, QLineEdit] = {}
        for name, words, hint in _asked():
            field = self.fields[name] = QLineEdit(getattr(self.lab, name), self)
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.editingFinished.connect(lambda name=name: self._write(name))
            form.addRow(words, field)
        self.column.addLayout(form)
        choose = QPushButton(_("Choisir la couleur…"), self)
        choose.setAutoDefault(False)
        choose.clicked.connect(self._choose_colour)
        self.column.addWidget(choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.line(_("Bloc-marque (60 × 40 mm, en haut à gauche ; une seule Marianne)"), "strong", wrap=True)
        self._mark = QVBoxLayout()
        self.column.addLayout(self._mark)
        self.line(_("Logos des partenaires, l’État d’abord, dans l’ordre du protocole"), "strong", wrap=True)
        self._partners = QVBoxLayout()
        self.column.addLayout(self._partners)
        self.column.addStretch(1)
        self.told = self.line("", "error", wrap=True)
        self.foot.addWidget(self.told)
        self.told.hide()
        self._show_logos()
        self.take(720, 680)

    # -- words ----------------------------------------------------------------------------------------------
    def _write(self, name: str) -> None:
        said = self.fields[name].text().strip()
        if name == "colour" and said and not is_colour(said):
            self._tell(_("Une couleur s’écrit comme #2B3A8C. L’ancienne reste."))
            return
        if said != getattr(self.lab, name):
            words: dict[str, Any] = {name: said}
            self.keep(replace(self.lab, **words))

    def _choose_colour(self) -> None:
        dialog = QColorDialog(QColor(self.lab.colour or "#2B3A8C"), self)
        dialog.setWindowTitle(_("Couleur du laboratoire"))
        dialog.colorSelected.connect(self._take_colour)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _take_colour(self, colour: QColor) -> None:
        self.fields["colour"].setText(colour.name().upper())
        self._write("colour")

    def keep(self, lab: Lab) -> None:
        """Write it; when it cannot be, the former identity stays."""
        try:
            save_lab(lab)
        except Refusal as refusal:
            self._tell(refusal.sentence)
            return
        self.lab = lab
        self.told.hide()
        self.kept.emit()

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.show()
        say_aloud(self, sentence, urgent=True)

    # -- pictures -------------------------------------------------------------------------------------------
    def _show_logos(self) -> None:
        for column in (self._mark, self._partners):
            while (item := column.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()  # its own button may still be at work
                    widget.deleteLater()
        if self.lab.mark:
            self._mark.addWidget(self._logo_row(self.lab.mark, None))
        else:
            self._mark.addWidget(self._chooser(_("Choisir le bloc-marque…"), self._take_mark), 0, LEFT)
        for place, logo in enumerate(self.lab.partners):
            self._partners.addWidget(self._logo_row(logo, place))
        if len(self.lab.partners) < MOST_PARTNERS:
            self._partners.addWidget(self._chooser(_("Ajouter un logo…"), self._take_partner), 0, LEFT)

    def _logo_row(self, logo: Logo, place: int | None) -> QWidget:
        holder, image = QWidget(self), QLabel(self)
        picture = QPixmap()
        picture.loadFromData(logo_bytes(logo))
        size = self.look.px(60), self.look.px(40)
        if not picture.isNull():
            image.setPixmap(
                picture.scaled(
                    *size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )
        image.setFixedSize(*size)
        words = QLineEdit(logo.alt, holder)
        name = _("Ce que dit ce logo")
        words.setAccessibleName(name)
        words.setPlaceholderText(_("Par exemple : Préfet de la région Bourgogne-Franche-Comté"))
        words.editingFinished.connect(lambda: self._rename(place, words.text().strip()))
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(image)
        row.addWidget(words, 1)
        if place:
            row.addWidget(self._button(_("Monter"), lambda: self._move(place)))
        row.addWidget(self._button(_("Retirer"), lambda: self._remove(place)))
        return holder

    def _button(self, words: str, deed: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(deed)
        return button

    def _chooser(self, words: str, take: object) -> QWidget:
        button = self._button(words, lambda: self._choose(take))
        role(button, "quiet")
        return button

    def _choose(self, take: object) -> None:
        dialog = QFileDialog(self, _("Choisir une image"), str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Images (*.png *.jpg *.jpeg)"))
        dialog.fileSelected.connect(lambda name: self._bring_in(Path(name), take))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _bring_in(self, path: Path, take: object) -> None:
        """A copy of the picture, in the folder of the lab and no larger than it is printed."""
        picture = QImage(str(path))
        if picture.isNull():
            self._tell(_("« {name} » n’est pas une image PNG ou JPEG lisible.").format(name=path.name))
            return
        if max(picture.width(), picture.height()) > LARGEST:
            picture = picture.scaled(
                LARGEST,
                LARGEST,
                Qt.AspectRatioMode.KeepAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        name = f"logo-{secrets.token_hex(4)}.png"
        with suppress(OSError):  # said below: the picture cannot be written either
            folder().mkdir(parents=True, exist_ok=True)
        if not picture.save(str(folder() / name)):
            self._tell(_("L’image n’a pas pu être gardée dans « {folder} ».").format(folder=folder()))
            return
        take(Logo(name, path.stem))  # type: ignore[operator]

    def _take_mark(self, logo: Logo) -> None:
        self._renew(replace(self.lab, mark=logo))

    def _take_partner(self, logo: Logo) -> None:
        self._renew(replace(self.lab, partners=(*self.lab.partners, logo)))

    def _rename(self, place: int | None, words: str) -> None:
        if place is None:
            if self.lab.mark and self.lab.mark.alt != words:
                self.keep(replace(self.lab, mark=replace(self.lab.mark, alt=words)))
        elif place < len(self.lab.partners) and self.lab.partners[place].alt != words:
            logos = list(self.lab.partners)
            logos[place] = replace(logos[place], alt=words)
            self.keep(replace(self.lab, partners=tuple(logos)))

    def _move(self, place: int) -> None:
        logos = list(self.lab.partners)
        logos[place - 1], logos[place] = logos[place], logos[place - 1]
        self._renew(replace(self.lab, partners=tuple(logos)))

    def _remove(self, place: int | None) -> None:
        if place is None:
            self._renew(replace(self.lab, mark=None))
        else:
            logos = [logo for at, logo in enumerate(self.lab.partners) if at != place]
            self._renew(replace(self.lab, partners=tuple(logos)))

    def _renew(self, lab: Lab) -> None:
        self.keep(lab)
        self._show_logos()


def _asked() -> tuple[tuple[str, str, str], ...]:
    """Field, its label, an example."""
    return (
        ("name", _("Nom du laboratoire"), _("Par exemple : Labo du Confluent")),
        ("service", _("Service"), _("Par exemple : Secrétariat général pour les affaires régionales")),
        ("address", _("Adresse"), ""),
        ("contact", _("Contact"), _("Une adresse électronique ou postale")),
        ("dpo", _("Délégué à la protection des données"), _("Son adresse électronique")),
        ("colour", _("Couleur"), "#2B3A8C"),
    )
