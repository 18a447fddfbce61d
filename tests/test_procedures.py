"""The procedures: every row of their tables (cases/procedures.toml), and what a broken file does."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.given import CASES, PROCEDURES, TODAY, command, dossier, table
from wizard import bodies, datafile, law, procedures, texts, triage
from wizard.afterwards import actions
from wizard.coach import rules
from wizard.errors import InvalidData, Place, UnknownProcedure
from wizard.procedures import FOLDER, Kind, Procedure, Step
from wizard.provider import profiles
from wizard.provider.profile_file import load
from wizard.route import route

ROWS = table("procedures")["row"]
STEPS = [(name, step.id) for name, found in procedures.procedures().items() for step in found.steps]


def said(row: dict[str, Any]) -> str:
    return f"{row['procedure']}: {row['says']}"


def rows_with(*keys: str) -> list[dict[str, Any]]:
    return [row for row in ROWS if any(key in row for key in keys)]


def of(row: dict[str, Any]) -> Procedure:
    return procedures.procedure(row["procedure"])


def step_of(row: dict[str, Any]) -> Step:
    return next(step for step in of(row).steps if step.id == row["step"])


def has(part: Any, wanted: dict[str, Any]) -> bool:
    """Whether a part of a procedure has these fields."""
    held = part.model_dump(mode="json")
    return all(held[name] == value for name, value in wanted.items())


# Every row


@pytest.mark.parametrize("row", rows_with("holds"), ids=said)
def test_a_step_holds(row: dict[str, Any]) -> None:
    held = step_of(row).model_dump(mode="json")
    assert {name: held[name] for name in row["holds"]} == row["holds"]


@pytest.mark.parametrize("row", rows_with("mentions"), ids=said)
def test_a_step_mentions(row: dict[str, Any]) -> None:
    step = step_of(row)
    told = " ".join([step.title, step.what, *step.gives, *step.gives_not, step.costs, step.consequences, *step.notes])
    assert [words for words in row["mentions"] if words not in told] == []


@pytest.mark.parametrize("row", rows_with("order"), ids=said)
def test_the_steps_come_in_this_order(row: dict[str, Any]) -> None:
    assert [step.kind.value for step in of(row).steps] == row["order"]


@pytest.mark.parametrize("row", rows_with("notes"), ids=said)
def test_the_notes_say(row: dict[str, Any]) -> None:
    told = " ".join(of(row).notes)
    assert [words for words in row["notes"] if words not in told] == []


@pytest.mark.parametrize("row", rows_with("contact"), ids=said)
def test_somebody_can_be_reached(row: dict[str, Any]) -> None:
    assert any(has(contact, row["contact"]) for contact in of(row).contacts)


@pytest.mark.parametrize("row", rows_with("body"), ids=said)
def test_the_disputes_body_is(row: dict[str, Any]) -> None:
    assert has(of(row).disputes_body, row["body"])


@pytest.mark.parametrize("row", rows_with("difference"), ids=said)
def test_where_scheme_and_act_part_both_are_shown(row: dict[str, Any]) -> None:
    shown = [difference.model_dump() for difference in of(row).differences]
    assert any(all(words in one[name] for name, words in row["difference"].items()) for one in shown)


@pytest.mark.parametrize("row", rows_with("given"), ids=said)
def test_with_these_answers_these_steps_can_be_taken(row: dict[str, Any]) -> None:
    found = route(dossier(**row["given"]), of(row), TODAY)
    taken_now = {stop.step.id for stop in found.stops if stop.can_visit}
    assert set(row.get("open", ())) <= taken_now
    assert not set(row.get("closed", ())) & taken_now


@pytest.mark.parametrize("row", rows_with("asks_first"), ids=said)
def test_a_question_is_asked_first(row: dict[str, Any]) -> None:
    assert triage.open_questions(dossier(), of(row))[0] == row["asks_first"]


def test_no_row_is_without_a_check() -> None:
    checks = {"holds", "mentions", "order", "notes", "contact", "body", "difference", "open", "closed", "asks_first"}
    assert [row["says"] for row in ROWS if not checks & set(row)] == []


def test_every_procedure_has_rows() -> None:
    assert {row["procedure"] for row in ROWS} == set(procedures.procedures())


# Every procedure


def test_the_six_procedures_are_there_the_statutory_one_first() -> None:
    assert sorted(procedures.procedures()) == sorted(PROCEDURES)
    assert next(iter(procedures.procedures())) == "wkkgz"
    assert procedures.broken() == []


@pytest.mark.parametrize(("name", "step"), STEPS)
def test_every_term_of_every_step_is_in_the_law_and_sourced(name: str, step: str) -> None:
    found = next(each for each in procedures.procedure(name).steps if each.id == step)
    for term in found.terms:
        assert law.record(term, TODAY).source in law.sources()


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_source_of_a_procedure_is_known(name: str) -> None:
    found = procedures.procedure(name)
    assert {*found.sources, found.disputes_body.source} <= set(law.sources())


@pytest.mark.parametrize(("name", "step"), STEPS)
def test_every_step_says_what_it_gives_what_not_and_what_it_costs(name: str, step: str) -> None:
    found = next(each for each in procedures.procedure(name).steps if each.id == step)
    assert all([found.gives, found.gives_not, found.costs, found.consequences, found.what, found.actors])


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_way_to_mediation_needs_both_and_leaves_no_report(name: str) -> None:
    talks = [step for step in procedures.procedure(name).steps if step.kind in (Kind.BEMIDDELING, Kind.AFSPRAKEN)]
    assert all(step.needs_both and step.optional and not step.report for step in talks)


@pytest.mark.parametrize("name", PROCEDURES)
def test_no_procedure_makes_help_a_condition(name: str) -> None:
    help_ = (Kind.GESPREK, Kind.KLACHTENFUNCTIONARIS, Kind.CONTACTPERSOON, Kind.BEMIDDELING, Kind.WEDERHOOR)
    assert all(step.optional for step in procedures.procedure(name).steps if step.kind in help_)


@pytest.mark.parametrize("name", PROCEDURES)
def test_every_procedure_has_the_steps_that_the_act_gives(name: str) -> None:
    kinds = {step.kind for step in procedures.procedure(name).steps}
    assert {Kind.KLACHT, Kind.ANTWOORD, Kind.VERLENGING, Kind.NADERE_VERLENGING, Kind.GESCHIL, Kind.UITSPRAAK} <= kinds


@pytest.mark.parametrize("name", PROCEDURES)
def test_a_step_that_the_act_adds_has_no_number_of_the_scheme(name: str) -> None:
    added = [step for step in procedures.procedure(name).steps if step.added_by_act]
    assert [step.number for step in added] == [""] * len(added)


@pytest.mark.parametrize("name", PROCEDURES)
def test_where_the_window_of_the_body_is_unknown_that_is_said(name: str) -> None:
    body = procedures.procedure(name).disputes_body
    assert body.window_note
    assert body.fee or body.fee_note


def test_an_unknown_procedure_is_named_as_such_without_repeating_it() -> None:
    with pytest.raises(
        UnknownProcedure, match=r"^procedure: deze procedure kennen wij niet\. Kies uit: wkkgz, "
    ) as told:
        procedures.procedure("geheim")
    assert "geheim" not in str(told.value)


# A broken file

WHOLE = (FOLDER / "quasir.toml").read_text("utf-8")
BROKEN: dict[str, tuple[bytes, str]] = {
    "a syntax error": (WHOLE.replace('name = "Quasir"', "name = Quasir", 1).encode(), "regel 4, teken 8: dit is geen"),
    "a table that never ends": (b"[[steps", "geldige TOML"),
    "an unknown key": (f"kleur = 1\n{WHOLE}".encode(), "kleur: dit veld kennen wij niet. Haal het weg"),
    "an unknown key in a step": (
        WHOLE.replace('number = "3"', 'nummer = "3"', 1).encode(),
        "steps.2.nummer: dit veld kennen wij niet. Haal het weg",
    ),
    "a wrong type": (
        WHOLE.replace("optional = true", 'optional = "misschien"', 1).encode(),
        "steps.0.optional: dit klopt niet. Kijk dit na",
    ),
    "an unknown choice": (
        WHOLE.replace('kind = "wederhoor"', 'kind = "praatje"', 1).encode(),
        "steps.2.kind: deze keuze kennen wij niet. Kies uit: 'onvrede'",
    ),
    "a wrong date": (
        WHOLE.replace("checked_on = 2026-11-22", 'checked_on = "ooit"', 1).encode(),
        "checked_on: geen geldige datum",
    ),
    "two steps of one name": (
        WHOLE.replace('id = "wederhoor"', 'id = "gesprek"', 1).encode(),
        "steps.2.id: gesprek komt vaker voor. Geef elke stap een eigen id",
    ),
    "a jump to nowhere": (
        WHOLE.replace('jumps_to = ["klacht"]', 'jumps_to = ["zolder"]', 1).encode(),
        "steps.1.jumps_to: stap zolder bestaat niet",
    ),
    "an unknown term": (
        WHOLE.replace('number = "3"\n', 'number = "3"\nterms = ["eeuwig"]\n', 1).encode(),
        "steps.2.terms: eeuwig staat niet in law.toml",
    ),
    "an unknown source": (
        WHOLE.replace('sources = ["quasir"', 'sources = ["roddel"', 1).encode(),
        "sources: roddel staat niet in sources.toml",
    ),
    "an unknown source of the disputes body": (
        WHOLE.replace('source = "quasir"', 'source = "roddel"', 1).encode(),
        "disputes_body.source: roddel staat niet in sources.toml",
    ),
    "no written complaint": (
        WHOLE.replace('kind = "klacht"', 'kind = "antwoord"', 1).encode(),
        "steps: de stap van de schriftelijke klacht (kind = klacht) ontbreekt",
    ),
    "another id than its name": (
        WHOLE.replace('id = "quasir"', 'id = "anders"', 1).encode(),
        "id: moet gelijk zijn aan de bestandsnaam: eigen",
    ),
    "a review before the check": (
        WHOLE.replace("review_by = 2027-05-22", "review_by = 2020-05-22", 1).encode(),
        "review_by: moet na checked_on liggen",
    ),
    "steps that are a number": (b'id = "eigen"\nsteps = 5\n', "steps: hier hoort een lijst"),
    "a step that is a word": (b'id = "eigen"\nsteps = ["klacht"]\n', "steps.0: hier horen velden te staan"),
    "a kind that is a list": (
        b'id = "eigen"\nsteps = [{kind = ["klacht"]}]\n',
        "steps.0.kind: deze keuze kennen wij niet",
    ),
    "other than UTF-8": (WHOLE.encode("utf-16"), "dit bestand is geen tekst. Bewaar het als UTF-8"),
    "nothing": (b"", "id: dit veld ontbreekt. Vul het in"),
    "nesting without end": (b"a = " + b"[" * 100_000, "dit bestand is te diep of te groot"),
    "a number without end": (b"a = " + b"1" * 100_000, "dit bestand is te diep of te groot"),
}


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with the statutory procedure and Quasir's, from which the procedures are read anew."""
    for name in ("wkkgz", "quasir"):
        (tmp_path / f"{name}.toml").write_bytes((FOLDER / f"{name}.toml").read_bytes())
    monkeypatch.setattr(procedures, "FOLDER", tmp_path)
    _read_anew()
    yield tmp_path
    monkeypatch.undo()
    _read_anew()


def _read_anew() -> None:
    procedures._loaded.cache_clear()
    procedures._statutory_steps.cache_clear()


def own(folder: Path, content: bytes) -> Path:
    file = folder / "eigen.toml"
    file.write_bytes(content)
    return file


def test_the_file_that_gets_broken_is_right_to_begin_with(tmp_path: Path) -> None:
    whole = WHOLE.replace('id = "quasir"', 'id = "eigen"', 1).encode()
    assert procedures.load(own(tmp_path, whole)).id == "eigen"


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_mistake_names_the_file_the_key_and_the_mend(mistake: str, tmp_path: Path) -> None:
    content, message = BROKEN[mistake]
    with pytest.raises(InvalidData) as told:
        procedures.load(own(tmp_path, content))
    assert any(line.startswith("eigen.toml: ") and message in line for line in str(told.value).splitlines())


@pytest.mark.parametrize("mistake", BROKEN)
def test_the_check_on_the_command_line_says_the_same_and_exits_with_1(mistake: str, tmp_path: Path) -> None:
    content, message = BROKEN[mistake]
    ended = command("procedures", "check", str(own(tmp_path, content)))
    assert ended.code == 1
    assert message in ended.out
    assert all(line.startswith("eigen.toml: ") for line in ended.out.splitlines())


@pytest.mark.parametrize("mistake", BROKEN)
def test_a_broken_file_is_named_and_the_others_still_work(mistake: str, own_folder: Path) -> None:
    own(own_folder, BROKEN[mistake][0])
    assert list(procedures.procedures()) == ["wkkgz", "quasir"]
    assert [error.file for error in procedures.broken()] == ["eigen.toml"]


def test_a_folder_of_that_name_is_said_not_to_open(tmp_path: Path) -> None:
    ended = command("procedures", "check", str(tmp_path))
    assert (ended.code, ended.out.count("\n")) == (1, 1)
    assert "dit bestand kunnen wij niet openen. Kijk de naam en de rechten na" in ended.out


def test_a_file_that_is_not_there_is_said_not_to_open(tmp_path: Path) -> None:
    assert command("procedures", "check", str(tmp_path / "weg.toml")).code == 1


def test_a_broken_statutory_file_is_named_too_and_raises_nothing_else(own_folder: Path) -> None:
    (own_folder / "wkkgz.toml").write_text('id = "wkkgz"\nsteps = [{}]\n')
    assert procedures.procedures() == {}
    assert [error.file for error in procedures.broken()] == ["wkkgz.toml"]


@pytest.mark.parametrize("name", ["wkkgz", "quasir", "geheim"])
def test_without_the_statutory_file_every_procedure_names_that_file(name: str, own_folder: Path) -> None:
    (own_folder / "wkkgz.toml").write_text("[[")
    for ask in (procedures.procedure, profiles.procedure):
        with pytest.raises(InvalidData, match=r"^wkkgz\.toml: .*geen geldige TOML"):
            ask(name)
    assert command("steps", "--procedure", name).err.startswith("wkkgz.toml: ")


def test_who_asks_for_a_broken_procedure_is_told_its_file_and_the_others_still_work(own_folder: Path) -> None:
    (own_folder / "quasir.toml").write_text("[[")
    with pytest.raises(InvalidData, match=r"^quasir\.toml: "):
        procedures.procedure("quasir")
    assert procedures.procedure("wkkgz").id == "wkkgz"
    with pytest.raises(UnknownProcedure, match=r"Kies uit: wkkgz$"):
        procedures.procedure("geheim")


def test_an_error_that_is_told_again_does_not_grow(own_folder: Path) -> None:
    (own_folder / "wkkgz.toml").write_text("[[")
    told = []
    for _ in range(2):
        with pytest.raises(InvalidData) as raised:
            procedures.procedure("wkkgz")
        told.append(raised.value)
    assert told[0] is not told[1]


def test_a_profile_with_a_broken_procedure_names_the_file_of_that(own_folder: Path) -> None:
    (own_folder / "quasir.toml").write_text("[[")
    given = (CASES / "profiles" / "huize-de-linde.toml").read_text("utf-8").replace('logo = "huize-de-linde.png"', "")
    profile = own_folder / "huize-de-linde.toml"
    profile.write_text(re.sub(r"(?m)^procedure = .*$", 'procedure = "quasir"', given), "utf-8")
    with pytest.raises(InvalidData, match=r"procedure: quasir\.toml is kapot\. Maak eerst dat bestand in orde"):
        load(profile)


def test_a_new_file_is_a_new_procedure(own_folder: Path) -> None:
    own(own_folder, WHOLE.replace('id = "quasir"', 'id = "eigen"', 1).encode())
    assert list(procedures.procedures()) == ["wkkgz", "eigen", "quasir"]


def test_what_a_step_leaves_out_the_statutory_step_of_that_kind_says(own_folder: Path) -> None:
    statutory = procedures.procedure("wkkgz").step(Kind.ANTWOORD)
    borrowed = procedures.procedure("quasir").step(Kind.ANTWOORD)
    assert statutory is not None
    assert borrowed is not None
    assert borrowed.model_copy(update={"number": statutory.number, "added_by_act": False}) == statutory


def test_our_own_files_pass_the_check() -> None:
    assert command("procedures", "check") == (0, "6 in orde\n", "")


def test_a_mistake_in_the_law_is_told_once_beside_those_of_a_procedure(
    monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    own(own_folder, b'id = "eigen"\nkleur = 1\n')
    (own_folder / "law.toml").write_text("[[tien-weken]]\nkleur = 1\n", "utf-8")
    files = [str(file) for file in sorted(own_folder.glob("[!l]*.toml"))]
    monkeypatch.setattr(law, "records", lambda: datafile.read(own_folder / "law.toml", dict[str, list[law.Record]]))
    lines = command("procedures", "check", *files).out.splitlines()
    assert len(files) == 3
    assert len(lines) == len(set(lines))
    assert {line.partition(":")[0] for line in lines} == {"law.toml", "eigen.toml"}
    assert "law.toml: tien-weken.0.kleur: dit veld kennen wij niet. Haal het weg" in lines


OTHERS: dict[str, tuple[Any, str, Any, str]] = {
    "law.toml": (law, "FILE", law.records, ""),
    "actions.toml": (actions, "FILE", actions.entries, '[x]\nsentence = "x"\npage = "x"\nrule = "eeuwig"'),
    "geschilleninstanties.toml": (bodies, "FILE", bodies.bodies, "[["),
    "tr.toml": (texts, "FOLDER", texts._loaded, "[["),
    "vraag.toml": (rules, "FOLDER", rules.rules, "[["),
}


@pytest.fixture
def one_broken(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Another of our files with a mistake in it, read anew: its name."""
    module, key, reader, content = OTHERS[request.param]
    whole = getattr(module, key)
    if whole.is_dir():
        shutil.copytree(whole, tmp_path, dirs_exist_ok=True)
    (tmp_path / request.param).write_text(content, "utf-8")
    monkeypatch.setattr(module, key, tmp_path if whole.is_dir() else tmp_path / request.param)
    reader.cache_clear()
    yield request.param
    monkeypatch.undo()
    reader.cache_clear()


@pytest.mark.parametrize("one_broken", OTHERS, indirect=True)
def test_the_check_names_our_other_files_too_each_mistake_once(one_broken: str) -> None:
    ended = command("procedures", "check")
    lines = ended.out.splitlines()
    assert (ended.code, len(lines)) == (1, len(set(lines)))
    assert any(line.startswith(f"{one_broken}: ") for line in lines)


def test_the_check_reads_the_phrases_of_the_coach_too(monkeypatch: pytest.MonkeyPatch) -> None:
    mistake = InvalidData("vraag.toml", [Place("search.0.find.0", "dit kunnen wij niet lezen")])

    def index(scope: str) -> None:
        raise mistake

    monkeypatch.setattr(rules, "index", index)
    assert command("procedures", "check") == (1, f"{mistake}\n", "")
