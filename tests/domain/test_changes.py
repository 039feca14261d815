"""What changed between two versions: words, amounts, findings; nothing invented, nothing lost."""

from time import process_time

from hypothesis import given
from hypothesis import strategies as st

from labdesk.domain.changes import AmountChange, Changes, Piece, compare, lines, words
from labdesk.domain.contents import LONGEST, Amount, Content, Leaf, Point, parts_of, read_parts

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=60)
LEAVES = st.lists(
    st.builds(
        Leaf, st.sampled_from(["summary", "budget"]), st.sampled_from(["", "Un"]), st.lists(TEXTS).map(tuple)
    ),
    max_size=4,
).map(tuple)
AMOUNTS = st.lists(
    st.builds(Amount, st.sampled_from(["requested", "expense:1", "expense:2"]), TEXTS, st.integers(0, 10**9)),
    max_size=3,
    unique_by=lambda one: one.key,
).map(tuple)
POINTS = st.lists(st.builds(Point, *(st.sampled_from(["a", "b"]) for _ in range(4)), TEXTS), max_size=4).map(
    tuple
)
CONTENTS = st.builds(Content, LEAVES, AMOUNTS, POINTS)


def test_words_that_changed_stand_where_they_were() -> None:
    changed = words("Réponse en 63 jours après l’annonce.", "Réponse en 58 jours après l’annonce.")
    assert changed == (
        Piece("same", "Réponse en "),
        Piece("gone", "63"),
        Piece("new", "58"),
        Piece("same", " jours après l’annonce."),
    )


def test_an_amount_changes_whole_and_neighbours_change_together() -> None:
    assert words("76\u202f200\u00a0€", "77\u202f700\u00a0€") == (
        Piece("gone", "76\u202f200\u00a0€"),
        Piece("new", "77\u202f700\u00a0€"),
    )
    assert [p.mark for p in words("dans deux longs mois", "dans trois petites semaines")] == [
        "same",
        "gone",
        "new",
    ]


def test_long_stretches_that_stayed_are_cut_but_what_begins_a_line_stays() -> None:
    line = " ".join(f"mot{n}" for n in range(60))
    pieces = words(line, line.replace("mot40", "autre"))
    assert pieces[0].text.startswith("mot0 mot1")
    assert "…" in pieces[0].text
    assert pieces[-1].text.endswith("…")
    assert sum(len(piece.text) for piece in pieces) < len(line)


def test_a_line_that_moved_on_is_not_told_as_all_new() -> None:
    old = ["un premier point", "un deuxième point", "un troisième point tout autre"]
    new = [
        "un premier point",
        "un point nouveau venu",
        "un deuxième point",
        "un troisième point tout à fait autre",
    ]
    marks = [[piece.mark for piece in line] for line in lines(old, new)]
    assert ["new"] in marks
    assert all("gone" not in line or "new" in line for line in marks)


def test_sections_that_came_and_went_are_told_whole() -> None:
    old = Content((Leaf("summary", "", ("A",)), Leaf("risks", "", ("R",))))
    new = Content((Leaf("summary", "", ("A",)), Leaf("gains", "", ("G",))))
    found = compare(old, new).sections
    assert {(one.section, one.state) for one in found} == {("risks", "gone"), ("gains", "new")}
    assert compare(old, new).section_ids == tuple(one.section for one in found)


def test_amounts_are_told_before_and_after_even_when_ids_changed_on_the_way() -> None:
    old = (
        Amount("requested", "Demandé", 100),
        Amount("expense:a", "Design", 50),
        Amount("expense:b", "Salle", 5),
    )
    new = (
        Amount("requested", "Demandé", 120),
        Amount("expense:x", "Design", 70),
        Amount("expense:y", "Train", 9),
    )
    found = compare(Content(amounts=old), Content(amounts=new)).amounts
    assert AmountChange("Demandé", 100, 120) in found
    assert AmountChange("Design", 50, 70) in found
    assert AmountChange("Salle", 5, None) in found
    assert AmountChange("Train", None, 9) in found
    assert [one.difference for one in found if one.label == "Salle"] == [-5]


def test_a_finding_whose_sentence_alone_changed_is_the_same_one() -> None:
    before = Point("FIN-01", "project//", "blocking", "financing", "Écart de 1 €")
    after = Point("FIN-01", "project//", "blocking", "financing", "Écart de 2 €")
    other = Point("TXT-01", "section/risks/text", "to_check", "risks", "Vide")
    assert not compare(Content(points=(before,)), Content(points=(after,)))
    found = compare(Content(points=(before, other)), Content(points=(after,)))
    assert found.solved == (other,)
    assert found.found == ()


@given(CONTENTS)
def test_the_same_content_never_changed(content: Content) -> None:
    assert compare(content, content) == Changes()


@given(CONTENTS, CONTENTS)
def test_what_came_one_way_goes_the_other_way(one: Content, other: Content) -> None:
    there, back = compare(one, other), compare(other, one)
    assert bool(there) is bool(back)
    assert sorted((a.old is None, a.new is None) for a in there.amounts) == sorted(
        (a.new is None, a.old is None) for a in back.amounts
    )
    assert there.solved == back.found


@given(TEXTS, TEXTS)
def test_the_pieces_of_a_short_line_say_both_lines(old: str, new: str) -> None:
    pieces = words(old, new)
    if not any("…" in piece.text for piece in pieces):
        assert "".join(p.text for p in pieces if p.mark != "new") == old
        assert "".join(p.text for p in pieces if p.mark != "gone") == new


@given(CONTENTS)
def test_parts_say_the_content_again_and_are_the_same_for_the_same(content: Content) -> None:
    assert parts_of(content) == parts_of(content)
    again = read_parts(parts_of(content))
    assert again.amounts == content.amounts
    assert again.points == content.points
    assert not compare(content, again).sections


def test_a_section_longer_than_a_field_is_cut_and_comes_back() -> None:
    long = Leaf("journeys", "", tuple("x" * 900 for _ in range(200)))
    parts = parts_of(Content((long,)))
    assert len(parts) > 3
    assert max(map(len, parts)) < 2 * LONGEST + 200
    assert read_parts(parts).leaves == (long,)


def test_one_note_that_changes_on_a_large_map_makes_few_parts_anew() -> None:
    said = [f"étape {n // 6} : une note assez longue numéro {n}" for n in range(3000)]
    before = parts_of(Content((Leaf("journeys", "Grand", tuple(said)),)))
    after = parts_of(Content((Leaf("journeys", "Grand", ("tout autre chose que ce qui était", *said[1:])),)))
    assert len(before) > 10
    assert sum(map(len, set(after) - set(before))) < sum(map(len, after)) / 5


def test_parts_from_elsewhere_break_nothing() -> None:
    assert (
        read_parts(["", "[]", "{}", "null", '{"lines": 3}', '{"amounts": [[1]]}', '{"points": "x"}'])
        == Content()
    )


def test_two_long_texts_are_compared_at_once() -> None:
    from time import perf_counter

    old = " ".join(f"mot{n % 700}" for n in range(3000)) + "."
    new = " ".join(f"mot{n % 650}" for n in range(3000)) + "."
    begun = perf_counter()
    words(old, new)
    assert perf_counter() - begun < 2


def test_a_project_written_anew_is_compared_in_no_time_and_nothing_of_it_is_lost() -> None:
    old, new = ([f"{word}{n} {word}{n * 7} fin{word}" for n in range(1500)] for word in ("avant", "après"))
    before = process_time()
    found = lines(old, new)
    assert process_time() - before < 5, "it took half a minute when each line was held against every other"
    told = {"gone": 0, "new": 0}
    for (piece,) in found:
        told[piece.mark] += 1
    assert told == {"gone": 1500, "new": 1500}
