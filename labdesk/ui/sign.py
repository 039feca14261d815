"""An icon that stands beside words and follows the theme and the text size. It says nothing by itself."""

from PySide6.QtWidgets import QLabel

from labdesk.ui.icons import picture
from labdesk.ui.style import Look


class Sign(QLabel):
    """`size` in px at 100 %."""

    def __init__(self, look: Look, drawing: str = "", token: str = "ink2", size: int = 18) -> None:
        super().__init__()
        self._look, self._drawing, self._token, self._size = look, drawing, token, size
        look.changed.connect(self._draw)
        self._draw()

    def become(self, drawing: str, token: str) -> None:
        """Another icon, in the ink of a token."""
        self._drawing, self._token = drawing, token
        self._draw()

    def _draw(self) -> None:
        if self._drawing:
            self.setPixmap(picture(self._drawing, self._look, self._token, size=self._size))
