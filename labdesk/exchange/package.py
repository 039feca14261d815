"""The parts of a DOCX or an ODT that somebody else wrote: read with limits, no entity is ever resolved."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from labdesk.errors import Refusal
from labdesk.exchange.files import read_bytes
from labdesk.words import _

LARGEST = 50 * 2**20
"""Bytes of the file."""
LARGEST_PART = 32 * 2**20
"""Bytes of one part, once unpacked."""
MOST_PARTS = 5_000


class Package:
    """The parts of one file, by name."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        data = read_bytes(path, LARGEST)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, RuntimeError) as error:
            raise self.refusal() from error
        if len(self.names) > MOST_PARTS:
            raise self.refusal()

    def refusal(self, why: str = "") -> Refusal:
        """This file is not read, and nothing changed."""
        sentence = why or _(
            "« {file} » n’est pas un document Word (.docx) ou OpenDocument (.odt) lisible : il est abîmé, "
            "protégé par un mot de passe, ou d’un autre format. Rien n’a été changé."
        )
        return Refusal(sentence.format(file=self.name))

    def part(self, name: str) -> bytes:
        """The bytes of a part; what it claims to hold is not believed."""
        try:
            with self._zip.open(name) as stream:
                data = stream.read(LARGEST_PART + 1)
        except (
            KeyError,
            zipfile.BadZipFile,
            zlib.error,
            RuntimeError,
            ValueError,
            OSError,
            EOFError,
        ) as error:
            raise self.refusal() from error
        if len(data) > LARGEST_PART:
            raise self.refusal(_("« {file} » est trop grand une fois ouvert. Rien n’a été changé."))
        return data

    def tree(self, name: str) -> Any:
        """The root element of a part. A document type, and so any entity of its own, is refused."""
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(self.part(name), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise self.refusal() from error
        if root.getroottree().docinfo.doctype:
            raise self.refusal()
        return root


def local(element: Any) -> str:
    """The name of an element without its space; empty for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Any, name: str) -> str:
    """An attribute by its name, whatever its space."""
    for key, value in element.attrib.items():
        if key.rpartition("}")[2] == name:
            return str(value)
    return ""


def child(element: Any, *names: str) -> Any:
    """The first descendant along these names; None when a step is missing."""
    for name in names:
        element = next((one for one in element if local(one) == name), None)
        if element is None:
            return None
    return element


def within(element: Any, name: str) -> Iterator[Any]:
    """Every descendant of that name."""
    return (one for one in element.iter() if local(one) == name)
