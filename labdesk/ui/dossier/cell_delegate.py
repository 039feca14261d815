"""How one cell of a table of the dossier is drawn, and the editor that opens on it."""

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QComboBox,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from labdesk.ui.dossier.rows_model import VALUE_ROLE, Index, RowsModel
from labdesk.ui.style import Look
from labdesk.words import _

Hint = QAbstractItemDelegate.EndEditHint
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CellDelegate(QStyledItemDelegate):
    """Draws the cells and opens the right editor on each."""

    entered = Signal()
    """Enter was pressed in an editor: the cell is written, go down."""

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self.look = look

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A line to type in, or a list to choose from."""
        model = index.model()
        assert isinstance(model, RowsModel)
        model.begin(index)
        column = model.column(index)
        editor: QWidget
        if column.kind == "choice":
            box = QComboBox(parent)
            box.addItem("", "")
            for choice in column.options:
                box.addItem(str(choice.label), str(choice.id))
            # A choice made with the mouse is written at once.
            box.activated.connect(lambda _at: self._choose(box))
            box.setAccessibleDescription(column.title)  # Linux: Qt tells the choice as a name
            editor = box
        else:
            line = QLineEdit(parent)
            line.setMaxLength(2000)
            if column.kind == "date":
                line.setPlaceholderText(_("jj/mm/aaaa"))
            line.setAlignment(Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole)))
            editor = line
        editor.setAccessibleName(column.title)
        return editor

    def _choose(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box, Hint.NoHint)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands in the cell, as it would be typed."""
        if isinstance(editor, QComboBox):
            value = index.data(VALUE_ROLE)
            editor.setCurrentIndex(max(0, editor.findData("" if value is None else str(value))))
            return
        assert isinstance(editor, QLineEdit)
        editor.setText(index.data(Qt.ItemDataRole.EditRole))
        editor.selectAll()

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        """What was typed goes to the model as text."""
        assert isinstance(model, RowsModel)
        text = editor.currentData() if isinstance(editor, QComboBox) else editor.property("text")
        if text != index.data(Qt.ItemDataRole.EditRole):
            model.setData(index, text)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """The editor covers the cell, and is never too narrow for what it holds."""
        rect = option.rect
        wanted = editor.sizeHint()
        width = max(rect.width(), self.look.px(130) if isinstance(editor, QComboBox) else 0)
        editor.setGeometry(rect.x(), rect.y(), width, max(rect.height(), wanted.height()))

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter writes the cell and goes down; Qt itself knows Tab and Escape."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(editor, QWidget)
            and event.key() in _ENTER
        ):
            self.commitData.emit(editor)
            self.closeEditor.emit(editor, Hint.NoHint)
            self.entered.emit()
            return True
        return super().eventFilter(editor, event)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Totals stand out; what nobody types is quieter."""
        super().initStyleOption(option, index)
        model = index.model()
        assert isinstance(model, RowsModel)
        if model.row_id(index) is None or not model.column(index).editable:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """A cell: totals on their own ground, a ring around the current one when the table has the focus."""
        model = index.model()
        assert isinstance(model, RowsModel)
        rect = option.rect
        if model.row_id(index) is None:
            painter.fillRect(rect, self.look.colour("surface2"))
            painter.setPen(self.look.colour("border"))
            painter.drawLine(rect.topLeft(), rect.topRight())
        state = option.state
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        option.state = state & ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, option, index)
        if focused:
            painter.setPen(QPen(self.look.colour("focus"), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as its words at the width of the column, and at least a target one can hit."""
        view, height = self.parent(), self.look.px(34)
        if isinstance(view, QTableView):
            width = view.columnWidth(index.column()) - self.look.px(20)
            words = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            room = QRect(0, 0, max(width, 1), 10_000)
            used = QFontMetrics(option.font).boundingRect(room, Qt.TextFlag.TextWordWrap, words)
            height = max(height, used.height() + self.look.px(14))
        return QSize(0, height)
