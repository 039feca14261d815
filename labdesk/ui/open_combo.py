"""A list to choose from that Alt+↓ opens, as everywhere, also where Alt+↓ moves a note of the canvas."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter


class OpenCombo(QComboBox):
    """A combo box beside a canvas."""

    def event(self, event: QEvent) -> bool:
        """Alt+↑ and Alt+↓ are the list's while it has the keyboard."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            upright = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            if upright and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                event.accept()
                return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """What is chosen; words that do not fit end on « … », Qt cuts them in the middle of one."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self.fitting(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def fitting(self, option: QStyleOptionComboBox) -> str:
        """The words chosen, as many as the field holds."""
        control, part = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(control, option, part, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room - 4)
