"""Documents that were corrected by hand: tracked changes, remarks, and files that are no document at all."""

import io
import zipfile
from pathlib import Path
from time import process_time

import pytest

from labdesk.domain.corrections.returned import Read
from labdesk.errors import Refusal
from labdesk.exchange import package
from labdesk.exchange.corrected import read_corrected

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"'
)


def written(path: Path, parts: dict[str, str]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return path


def word(tmp_path: Path, body: str, **parts: str) -> Read:
    whole = {f"word/{name}.xml": text for name, text in parts.items()}
    whole["word/document.xml"] = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    return read_corrected(written(tmp_path / "a.docx", whole))


def odt(tmp_path: Path, body: str) -> Read:
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    whole = f"<office:document-content {OFFICE}>{text}</office:document-content>"
    return read_corrected(written(tmp_path / "a.odt", {"content.xml": whole}))


def told(read: Read) -> list[str]:
    return [one.line.words for one in read.lines]


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def test_tracked_changes_of_word_are_read_as_accepted(tmp_path: Path) -> None:
    body = (
        f"<w:p>{run('Sept ')}<w:del><w:r><w:delText>vieux </w:delText></w:r></w:del>"
        f"<w:ins>{run('nouveaux ')}</w:ins>{run('services.')}</w:p>"
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Une phrase ')}</w:p>"
        f"<w:p>{run('en une seule.')}</w:p>"
        f"<w:p><w:moveFrom>{run('Parti')}</w:moveFrom></w:p><w:p><w:moveTo>{run('Arrivé')}</w:moveTo></w:p>"
    )
    read = word(tmp_path, body)
    assert told(read) == ["Sept nouveaux services.", "Une phrase en une seule.", "Arrivé"]
    assert read.tracked > 0


def test_tracked_changes_of_libreoffice_are_read_as_accepted(tmp_path: Path) -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>vieux</text:p></text:deletion>"
        "</text:changed-region></text:tracked-changes>"
        '<text:p>Sept <text:change text:change-id="1"/><text:change-start text:change-id="2"/>nouveaux '
        '<text:change-end text:change-id="2"/>services.</text:p>'
    )
    read = odt(tmp_path, body)
    assert told(read) == ["Sept nouveaux services."]
    assert read.tracked == 1


def test_the_remarks_of_word_stand_beside_their_line_with_their_author(tmp_path: Path) -> None:
    comments = (
        f'<w:comments {W}><w:comment w:id="4" w:author="Mme Durand" w:date="2027-03-02T10:00:00Z">'
        f"<w:p>{run('Chiffre à sourcer')}</w:p></w:comment></w:comments>"
    )
    beside = f'<w:commentRangeStart w:id="4"/>{run("Deux.")}<w:commentRangeEnd w:id="4"/>'
    body = f"<w:p>{run('Un.')}</w:p><w:p>{beside}</w:p>"
    read = word(tmp_path, body, comments=comments)
    assert [(one.line.words, one.remarks) for one in read.lines] == [("Un.", ()), ("Deux.", (0,))]
    (remark,) = read.remarks
    assert (remark.author, remark.when[:10], remark.words) == (
        "Mme Durand",
        "2027-03-02",
        "Chiffre à sourcer",
    )


def test_the_remarks_of_libreoffice_are_no_words_of_the_text(tmp_path: Path) -> None:
    body = (
        '<text:p>Deux<office:annotation office:name="a"><dc:creator>Mme Durand</dc:creator>'
        "<dc:date>2027-03-02T10:00</dc:date><text:p>À sourcer</text:p></office:annotation>"
        ' mots<office:annotation-end office:name="a"/>.</text:p>'
    )
    read = odt(tmp_path, body)
    assert told(read) == ["Deux mots."]
    assert read.lines[0].remarks == (0,)
    assert (read.remarks[0].author, read.remarks[0].words) == ("Mme Durand", "À sourcer")


def test_a_footnote_and_a_text_box_are_kept_aside(tmp_path: Path) -> None:
    note = f'<w:footnote w:id="2"><w:p>{run("Voir le rapport.")}</w:p></w:footnote>'
    notes = f"<w:footnotes {W}>{note}</w:footnotes>"
    box = f"<w:r><w:pict><w:txbxContent><w:p>{run('Encadré')}</w:p></w:txbxContent></w:pict></w:r>"
    body = f'<w:p>{run("Un.")}<w:r><w:footnoteReference w:id="2"/></w:r></w:p><w:p>{box}</w:p>'
    read = word(tmp_path, body, footnotes=notes)
    assert told(read) == ["Un."]
    assert read.aside == ("Voir le rapport.", "Encadré")


def test_the_words_that_word_shows_in_an_empty_control_are_nobodys(tmp_path: Path) -> None:
    body = (
        "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>"
        f"<w:p>{run('Cliquez ici')}</w:p></w:sdtContent></w:sdt><w:p>{run('Un.')}</w:p>"
    )
    assert told(word(tmp_path, body)) == ["Un."]


def test_lists_are_known_by_their_numbering(tmp_path: Path) -> None:
    def sort(number: int, form: str) -> str:
        level = f'<w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/></w:lvl>'
        return f'<w:abstractNum w:abstractNumId="{number}">{level}</w:abstractNum>'

    def used(number: int, of: int) -> str:
        return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{of}"/></w:num>'

    sorts = sort(1, "decimal") + sort(2, "bullet") + used(7, 1) + used(8, 2)
    numbering = f"<w:numbering {W}>{sorts}</w:numbering>"

    def item(number: int, words: str) -> str:
        return f'<w:p><w:pPr><w:numPr><w:numId w:val="{number}"/></w:numPr></w:pPr>{run(words)}</w:p>'

    read = word(tmp_path, item(7, "un") + item(8, "deux") + item(0, "trois"), numbering=numbering)
    assert [one.line.kind for one in read.lines] == ["number", "bullet", "text"]


GARBAGE = {
    "empty.docx": b"",
    "noise.docx": bytes(range(256)) * 40,
    "locked.docx": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(4096),  # Word, behind a password
    "cut.odt": b"PK\x03\x04" + bytes(60),
}


@pytest.mark.parametrize("name", GARBAGE)
def test_a_file_that_is_no_document_is_refused_with_a_sentence(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(GARBAGE[name])
    with pytest.raises(Refusal, match="Rien n’a été changé"):
        read_corrected(path)


@pytest.mark.parametrize(
    "parts",
    [
        {"bonjour.txt": "x"},
        {"word/document.xml": "<w:document"},
        {"word/document.xml": f"<w:document {W}/>"},
        {"content.xml": f"<office:document-content {OFFICE}/>"},
        {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'},
        {"content.xml": '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'},
        {
            "word/document.xml": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
            '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><x>&c;</x>'
        },
        {"word/document.xml": "<a>" * 5000 + "</a>" * 5000},
    ],
)
def test_a_hostile_document_is_refused_with_a_sentence(parts: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="Rien n’a été changé"):
        read_corrected(written(tmp_path / "a.docx", parts))


def test_a_document_that_swells_when_it_is_opened_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "LARGEST_PART", 1_000_000)
    path = written(tmp_path / "a.docx", {"word/document.xml": " " * 5_000_000})
    assert path.stat().st_size < 100_000
    with pytest.raises(Refusal, match="trop grand"):
        read_corrected(path)


def test_a_document_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    with path.open("wb") as file:
        file.truncate(package.LARGEST + 1)
    with pytest.raises(Refusal, match="trop grand"):
        read_corrected(path)


def test_a_broken_part_inside_is_refused(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", "bonjour" * 500)
    raw = data.getvalue().replace(b"bonjourbonjour", b"bonjourBONJOUR", 1)
    (tmp_path / "a.docx").write_bytes(raw)
    with pytest.raises(Refusal, match="Rien n’a été changé"):
        read_corrected(tmp_path / "a.docx")


def test_a_number_of_spaces_that_is_no_number_is_one_space(tmp_path: Path) -> None:
    spaces = "".join(f'<text:s text:c="{count}"/>' for count in ("²", "9" * 5000, "-3", ""))
    assert told(odt(tmp_path, f"<text:p>un{spaces}mot</text:p>")) == ["un    mot"]


def test_thousands_of_remarks_are_read_in_one_go(tmp_path: Path) -> None:
    one = '<office:annotation office:name="{0}"><text:p>r</text:p></office:annotation>m'
    before = process_time()
    read = odt(tmp_path, "<text:p>" + "".join(map(one.format, range(6000))) + "</text:p>")
    assert len(read.remarks) == 6000
    assert process_time() - before < 5, "it took half a minute when each looked for its end in the whole file"
