"""The coach: right often enough on what clients write, and never a crash, a wrong place or a changed word."""

import json
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.coach_cases import KINDS, cases, scores
from tests.given import ROOT, command, example
from wizard.coach import Remark, letter_remarks, most_useful, point_remarks, privacy, remarks
from wizard.coach.rules import FOLDER, SHARED, load, rules, shared
from wizard.dossier import Dossier, Point, When
from wizard.errors import InvalidData

FILES = [file for file in sorted(FOLDER.glob("*.toml")) if file != SHARED]
NOTHING = ("", " ", "klacht", "NEE!!!", "😡😡😡", "<p></p>", "> > >", "\ue000\ue001", "İİİ ja", "1")
LONG = 40_000
PATHOLOGICAL = {
    "letters": "a" * LONG,
    "spaces": " " * LONG,
    "exclamation marks": "!" * LONG,
    "digits": "1" * LONG,
    "digits apart": "1 " * (LONG // 2),
    "dots": "." * LONG,
    "quotes": '"' * LONG,
    "apostrophes": "'a " * (LONG // 3),
    "brackets": "<a" * (LONG // 2),
    "newlines": "\n" * LONG,
    "capitals": "Jan " * (LONG // 4),
    "titles": "dr. " * (LONG // 4),
    "ats": "a@" * (LONG // 2),
    "dashes": "a-" * (LONG // 2),
    "letters and digits": "nl12" * (LONG // 4),
    "born": "geboren op " * (LONG // 11),
    "passive": "werd " * (LONG // 5),
    "they": "ze wilden niet " * (LONG // 15),
    "always": "altijd " * (LONG // 7),
    "why": "waarom? " * (LONG // 8),
    "emoji": "😡" * LONG,
    "own marks": "\ue000" * LONG,
}


def kinds(text: str) -> list[str]:
    return [one.kind for one in remarks(text)]


# How right it is


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_is_seldom_wrong_and_misses_little(kind: str) -> None:
    score = next(score for score in scores(cases()) if score.kind == kind)
    assert score.precision >= 0.9, score
    assert score.recall >= 0.75, score


def test_there_are_enough_cases_of_each_kind_and_half_are_fine() -> None:
    wanted = Counter(kind for case in cases() for kind in case.should)
    assert all(wanted[kind] >= 10 for kind in KINDS)
    fine = sum(not case.should for case in cases())
    assert len(cases()) >= 260
    assert fine * 5 >= len(cases()) * 2
    assert {case.part for case in cases()} == {"tune", "apart"}
    assert all(case.should <= set(KINDS) and case.either <= set(KINDS) for case in cases())


# Never a crash, a wrong place or a changed word


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=400))
def test_any_text_gets_remarks_with_a_place_in_it(text: str) -> None:
    for one in remarks(text):
        assert 0 <= one.start <= one.end <= len(text)
        assert one.kind in rules()


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from([case.text for case in cases()]), max_size=12),
    st.sampled_from(["\n", " ", "\u2028", "\r\n"]),
)
def test_sentences_together_get_remarks_with_a_place_in_them(lines: list[str], joined: str) -> None:
    text = joined.join(lines)
    assert all(text[one.start : one.end].strip() for one in remarks(text))


@pytest.mark.parametrize("text", NOTHING)
def test_almost_nothing_gets_no_remark(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_the_time_grows_with_the_length_only(name: str) -> None:
    started = time.process_time()
    remarks(PATHOLOGICAL[name])
    assert time.process_time() - started < 4


def test_fifty_thousand_words_are_read() -> None:
    text = "De arts luisterde nooit naar mij. " * 8_334
    assert len(remarks(text)) == 8_334


def test_a_pasted_mail_thread_is_read_as_it_stands() -> None:
    text = "Van: Jan Jansen <jan@example.nl>\nVerzonden: 3 mei 2026\n> De arts kwam niet.\n<b>De arts kwam niet.</b>"
    assert set(kinds(text)) == {"naam", "e-mail"}


@pytest.mark.parametrize(
    "text",
    [
        "The doctor did not listen to me and I was very angry about it.",
        "Der Arzt hat mir nicht zugehört und ich war sehr wütend.",
        "Le médecin ne m'a pas écouté et je suis très fâché.",
        "Doktor beni dinlemedi ve bu benim için çok kötü bir gün oldu.",
        "لم يستمع الطبيب إلي وكنت غاضبا جدا",
        "Lekarz mnie nie słuchał i nie było to dla mnie dobre.",
    ],
)
def test_another_language_gets_one_remark_that_says_so(text: str) -> None:
    (only,) = remarks(text)
    assert (only.kind, only.start, only.end) == ("andere-taal", 0, len(text))


def test_bad_spelling_and_dialect_are_dutch() -> None:
    texts = [
        "wa doede gij nu zei kik tegen den doktoor",
        "kheb pijn gehad en kben naar huis gegaan",
        "de dokter had gin tied veur mien",
    ]
    assert all("andere-taal" not in kinds(text) for text in texts)


def test_what_staff_said_between_quotation_marks_is_theirs() -> None:
    assert kinds('De verpleegkundige zei: "U bent een idioot, u liegt altijd."') == []
    assert kinds("De verpleegkundige zei: ‘Ga weg, trut, ik sla je.’") == []


def test_what_stands_on_the_line_above_changes_nothing() -> None:
    told = "Bij mij is in 2019 door psychiater Smeets een trauma vastgesteld."
    assert kinds(f"Beste mensen van de ggz,\n\n{told}") == kinds(told)


def test_a_reader_looks_two_sentences_back_for_who_they_are() -> None:
    told, between = "Ik sprak de verpleegkundigen op 3 mei.", " Ik sliep slecht."
    assert kinds(f"{told} Toen deden ze niets.") == []
    assert kinds(f"{told}{between} Toen deden ze niets.") == []
    assert kinds(f"{told}{between}{between} Toen deden ze niets.") == ["vage-persoon"]
    assert kinds("Ik sprak een arts. Toen deden ze niets.") == ["vage-persoon"]


def test_an_illness_is_no_judgement_where_it_is_the_clients() -> None:
    assert kinds("De begeleider heeft borderline.") == ["diagnose"]
    assert kinds("Mijn broer woont bij u. Hij heeft borderline.") == []
    assert kinds("De psychiater heeft bij mij borderline vastgesteld.") == []


def test_a_find_may_need_another_word_in_its_sentence() -> None:
    found = [kinds(text) for text in ("Niemand keek naar ons om.", "Niemand nam op.", "Zij keek om. Niemand nam op.")]
    assert found == [["absoluut"], [], []]


# Which come first, and what is left as it is


def test_the_most_useful_come_first_and_what_was_left_stays_away() -> None:
    found = remarks("Laatst zei dokter Jansen dat het altijd zo gaat. Wat een trut. Mijn BSN is 123456782.")
    first = most_useful(found)
    assert [one.kind for one in first] == ["belediging", "bsn", "naam"]
    assert [one.kind for one in most_useful(found, left={first[0].id})][:2] == ["bsn", "naam"]
    assert most_useful([]) == []


def test_a_remark_keeps_its_id_while_its_words_stay() -> None:
    (before,) = remarks("Dat is een schande.")
    (after,) = remarks("Op 3 mei belde ik de arts. Dat is een  SCHANDE.")
    assert before.id == after.id
    assert before.start != after.start


def test_a_remark_on_other_words_has_another_id() -> None:
    (one,), (other,) = remarks("Dat is een schande."), remarks("Dat is een drama.")
    assert one.kind == other.kind
    assert one.id != other.id


# A point, a letter, privacy


def test_a_bare_point_lacks_when_where_who_and_what_came_of_it() -> None:
    found = {one.kind for one in point_remarks(Point(what_happened="Het ging niet goed."))}
    assert {"zonder-datum", "zonder-plaats", "zonder-persoon", "zonder-gevolg"} <= found


def test_what_the_point_says_elsewhere_needs_no_remark() -> None:
    told = "Laatst hebben ze mij laten wachten."
    point = Point(
        what_happened=told,
        when=When(about="maart 2026"),
        where="aan de balie",
        who="de assistente",
        consequence="Ik miste mijn trein.",
    )
    assert point_remarks(point) == []
    assert {"vage-tijd", "vage-persoon"} <= {one.kind for one in point_remarks(Point(what_happened=told))}


def test_two_complaints_feeling_with_fact_and_a_long_paragraph_are_seen() -> None:
    told = (
        "De arts kwam niet. Daarnaast klopt de rekening niet. Ik was woedend omdat de assistente ophing. "
        + "De arts kwam niet. " * 40
    )
    found = {one.kind: told[one.start : one.end] for one in point_remarks(Point(what_happened=told))}
    assert found["twee-klachten"] == "Daarnaast"
    assert "woedend omdat" in found["gevoel-en-feit"]
    assert "lange-alinea" in found


def test_a_long_letter_and_a_wish_that_follows_from_nothing() -> None:
    dossier = example("wkkgz").with_answer("points", [{"what_happened": "De arts luisterde niet. " * 160}])
    dossier = dossier.with_answer("wishes", [{"kind": "uitleg"}, {"kind": "schadevergoeding", "amount": 100}])
    assert [(one.kind, one.field) for one in letter_remarks(dossier)] == [
        ("te-lang", "points"),
        ("wens-zonder-grond", "wishes.1"),
    ]
    assert letter_remarks(dossier.with_answer("points.0.consequence", "Ik kon niet werken."))[1:] == []


def test_the_privacy_look_over_names_the_field_and_leaves_own_names_out() -> None:
    dossier = example("wkkgz").with_answer(
        "points", [{"what_happened": "Mijn polisnummer is 123 456 7. Mijn buurman heeft kanker."}]
    )
    dossier = dossier.with_answer("sender.name", "Fatima Bouzidi").with_answer(
        "points.0.consequence", "Fatima Bouzidi belde mevrouw De Boer."
    )
    found = [(one.kind, one.field) for one in privacy(dossier) if one.field.startswith("points")]
    assert found == [
        ("polisnummer", "points.0.what_happened"),
        ("andermans-gezondheid", "points.0.what_happened"),
        ("naam", "points.0.consequence"),
    ]


def test_who_complains_for_somebody_may_write_about_their_health() -> None:
    dossier = Dossier().with_answer("points", [{"what_happened": "Mijn moeder heeft kanker."}])
    assert [one.kind for one in privacy(dossier)] == ["andermans-gezondheid"]
    assert privacy(dossier.with_answer("complainant.capacity", "vertegenwoordiger")) == []


# The rules are data


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_each_kind_reads_and_speaks_in_one_line(file: Path) -> None:
    rule = load(file)
    assert "\n" not in rule.reason
    assert rule.reason.endswith(".")
    assert rule.mend


def test_no_word_list_is_left_unused() -> None:
    used = "".join(file.read_text("utf-8") for file in FOLDER.glob("*.toml"))
    by_code = {"naam", "andere-taal"}
    lists = {name for kind, rule in rules().items() if kind not in by_code for name in rule.words} | set(shared())
    assert {name for name in lists if f"<{name}>" not in used} == set()


@pytest.mark.parametrize(
    ("written", "path"),
    [
        ('find = ["<onbekend> ja"]', "search.0.find.0"),
        ('find = ["(ja"]', "search.0.find.0"),
        ('find = ["~3 ja"]', "search.0.find.0"),
        ('find = ["*a"]', "search.0.find.0"),
        ('find = [""]', "search.0.find.0"),
        ('find = ["ja"]\nunles = []', "search.0.unles"),
        ("find = []", "search.0.find"),
        ('find = ["<al>"]\n\n[words]\nal = ["ja", "nee", "ja"]', "words.al"),
    ],
)
def test_a_mistake_names_the_file_the_key_and_the_mend(tmp_path: Path, written: str, path: str) -> None:
    file = tmp_path / "proef.toml"
    file.write_text(f'title = "t"\nreason = "r."\nmend = "m"\nrank = 1\n\n[[search]]\n{written}\n', "utf-8")
    with pytest.raises(InvalidData) as raised:
        load(file)
    (place,) = raised.value.places
    assert (raised.value.file, place.path) == ("proef.toml", path)
    assert len(place.message) > 10


# The command


def test_the_command_prints_an_object_a_remark(tmp_path: Path) -> None:
    text = "Op 3 maart belde ik de huisarts.\n\nWat een trut is die 👍 assistente.\r\nDe arts komt altijd te laat.\n"
    (tmp_path / "klacht.txt").write_text(text, "utf-8")
    ended = command("coach", str(tmp_path / "klacht.txt"), "--json")
    found = [json.loads(line) for line in ended.out.splitlines()]
    assert [(one["line"], one["kind"]) for one in found] == [(3, "belediging"), (4, "absoluut")]
    assert all(list(one) == ["line", "kind", "start", "end", "reason", "mend"] for one in found)
    assert "De arts komt altijd te laat."[found[1]["start"] : found[1]["end"]] == "altijd"
    arguments = [sys.executable, "-m", "wizard", "coach", "-", "--json"]
    piped = subprocess.run(arguments, input=text.encode(), capture_output=True, cwd=ROOT, check=False)
    assert piped.stdout.decode() == ended.out


def test_the_command_reads_anything_and_says_what_it_cannot_open() -> None:
    assert command("coach", "-", piped=b"Dat is een schande.").out.startswith("1: absoluut: “schande”")
    assert command("coach", "-") == (0, "", "")
    missing = "/bestaat/niet: openen lukt niet (No such file or directory)\n"
    assert command("coach", "/bestaat/niet") == (2, "", missing)


def test_a_remark_says_where_it_lies() -> None:
    one = remarks("Dat is een schande.")[0]
    assert isinstance(one, Remark)
    assert one.at("what_happened").at("points.0").field == "points.0.what_happened"
