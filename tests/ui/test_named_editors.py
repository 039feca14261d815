"""What is rewritten in a list or a tree has a name."""

from PySide6.QtWidgets import QApplication, QLineEdit, QTreeWidget, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from labdesk.ui.named_editors import NamedEditors


def test_the_field_that_opens_is_named_as_its_column(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    qtbot.addWidget(tree)
    tree.setHeaderLabels(["Irritant", "Étape"])
    tree.setItemDelegate(NamedEditors(lambda column: ("Irritant", "Étape")[column], tree))
    line = QTreeWidgetItem(["CV à ressaisir", "6"])
    tree.addTopLevelItem(line)
    tree.show()
    tree.openPersistentEditor(line, 1)
    QApplication.processEvents()
    assert [field.accessibleName() for field in tree.findChildren(QLineEdit)] == ["Étape"]
