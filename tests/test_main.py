"""The command line: every command, and for bad input one clear line, exit 2, never a traceback."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from tests.given import EXAMPLES, PROCEDURES, ROOT, command, example, page, text_of
from wizard import __main__ as command_line
from wizard import procedures
from wizard.dossier_file import opened

TODAY = ("--today", "2026-07-01")


def example_file(name: str) -> str:
    return str(EXAMPLES / f"{name}.json")


def written(folder: Path, content: str | bytes) -> str:
    file = folder / "dossier.json"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(file)


# Each command


def test_the_procedures_are_listed_with_their_name_and_for_whom() -> None:
    ended = command("procedures")
    rows = [line.split("\t") for line in ended.out.splitlines()]
    assert [row[0] for row in rows] == list(procedures.procedures())
    assert all(len(row) == 3 and row[2].startswith("Kies deze als") for row in rows)
    assert (ended.code, ended.err) == (0, "")


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_steps_of_a_procedure_are_shown_without_a_dossier(name: str) -> None:
    found = json.loads(command("steps", "--procedure", name, "--json", *TODAY).out)
    assert found["procedure"] == name
    assert [step["id"] for step in found["steps"]] == [step.id for step in procedures.procedure(name).steps]
    assert all(step["can_read"] for step in found["steps"])
    assert all(step["can_visit"] is not bool(step["why_not"]) for step in found["steps"])
    assert found["next"] in found["choices"]
    assert found["differences"] or name == "wkkgz"


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_steps_of_a_dossier_are_those_of_its_procedure(name: str) -> None:
    found = json.loads(command("steps", example_file(name), "--json", *TODAY).out)
    assert found["procedure"] == name
    assert "klacht" not in found["completed"]
    assert "klacht" in found["choices"]


def test_the_procedure_on_the_command_line_goes_before_that_of_the_dossier() -> None:
    ended = command("steps", "--procedure", "quasir", example_file("wkkgz"), "--json", *TODAY)
    assert json.loads(ended.out)["procedure"] == "quasir"


def test_the_steps_can_be_read_by_people_too() -> None:
    lines = command("steps", "--procedure", "quasir", *TODAY).out.splitlines()
    assert len(lines) == len(procedures.procedure("quasir").steps)
    assert lines[0].startswith("1")
    assert "[nu]" in lines[0]


def test_what_day_it_is_decides_whether_the_disputes_body_is_open(tmp_path: Path) -> None:
    start = example("wkkgz").with_answer("handling.received_on", "2026-05-01")
    file = written(tmp_path, start.model_dump_json(exclude_defaults=True))
    last_day, day_after = (
        json.loads(command("steps", file, "--json", "--today", day).out)["next"] for day in ("2026-06-12", "2026-06-13")
    )
    assert (last_day, day_after) == ("antwoord", "geschil")


def test_the_dates_can_be_read_by_people_too() -> None:
    ended = command("deadlines", "--received", "2026-04-02", "--procedure", "klachtenloket-zorg")
    assert "oordeel: 2026-05-18\n" in ended.out
    assert "geschil_uiterlijk: 2027-04-02\n" in ended.out
    assert "  Zes weken na 2 april 2026 is donderdag 14 mei 2026.\n" in ended.out


def test_a_date_has_at_least_these_fields() -> None:
    found = json.loads(command("deadlines", "--received", "2026-04-02", "--json").out)
    assert set(found) == {"received", "oordeel", "oordeel_verlengd", "feestdagen_bekend", "uitleg"}
    assert all(sentence.endswith((".", "?")) for sentence in found["uitleg"])


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_example_of_a_procedure_is_a_dossier_that_makes_a_letter(name: str, tmp_path: Path) -> None:
    shown = command("example", "--procedure", name).out
    assert opened(shown) == example(name)
    target = tmp_path / "brief.pdf"
    ended = command("letter", written(tmp_path, shown), "-o", str(target), *TODAY)
    assert ended == (0, "", "")
    assert target.read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.parametrize("name", PROCEDURES)
def test_a_letter_can_be_html(name: str, tmp_path: Path) -> None:
    target = tmp_path / "brief.HTML"
    assert command("letter", example_file(name), "-o", str(target), *TODAY).code == 0
    assert target.read_text("utf-8") == page(example(name))


def test_a_dossier_can_come_from_standard_input(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    piped = Path(example_file("quasir")).read_bytes()
    assert command("letter", "-", "-o", str(target), *TODAY, piped=piped).code == 0
    assert "Woonzorg De Es" in target.read_text("utf-8")


def test_today_is_the_date_of_a_letter_without_one(tmp_path: Path) -> None:
    target = tmp_path / "brief.html"
    command("letter", example_file("burgercoaching"), "-o", str(target), "--today", "2026-06-20")
    printed = text_of(target.read_text("utf-8"))
    assert "Dordrecht, 20 juni 2026" in printed
    assert "uiterlijk op 3 augustus 2026" in printed


def test_the_schema_is_a_schema_and_the_examples_fit_it() -> None:
    schema = json.loads(command("schema").out)
    jsonschema.Draft202012Validator.check_schema(schema)
    for name in PROCEDURES:
        jsonschema.validate(json.loads(Path(example_file(name)).read_text("utf-8")), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"kleur": 1}, schema)


def test_help_is_no_mistake() -> None:
    ended = command("--help")
    assert ended.code == 0
    assert all(name in ended.out for name in ("procedures", "steps", "deadlines", "letter", "schema", "example"))


# As a real process


def process(*arguments: str, piped: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "wizard", *arguments],
        cwd=ROOT,
        input=piped,
        capture_output=True,
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


def test_many_days_go_through_a_pipe() -> None:
    ended = process("deadlines", "--received", "-", piped=b"2026-04-02\n" * 2_000)
    rows = ended.stdout.splitlines()
    assert (ended.returncode, ended.stderr, len(rows)) == (0, b"", 2_000)
    assert set(rows) == {rows[0]}


@pytest.mark.parametrize("encoding", ["utf-8:strict", "ascii:strict", "latin-1"])
def test_bytes_that_are_no_text_are_no_date(encoding: str) -> None:
    ended = process("deadlines", "--received", "-", piped=b"2026-04-02\n\xff\xfe\n", PYTHONIOENCODING=encoding)
    assert ended.returncode == 2
    assert ended.stderr == b"regel 2: geen geldige datum. Schrijf bijvoorbeeld 2026-04-02\n"
    assert ended.stdout.count(b"\n") == 1


@pytest.mark.parametrize("encoding", ["ascii:strict", "latin-1"])
def test_what_is_printed_is_utf_8_whatever_the_machine_has(encoding: str) -> None:
    ended = process("status", example_file("klachtenloket-zorg"), "--json", *TODAY, PYTHONIOENCODING=encoding)
    assert (ended.returncode, ended.stderr) == (0, b"")
    assert json.loads(ended.stdout.decode())["procedure"] == "klachtenloket-zorg"
    assert "€" in ended.stdout.decode()


def test_a_full_disk_ends_a_process_with_2_and_one_line() -> None:
    for arguments in (["procedures"], ["schema"]):
        with Path("/dev/full").open("wb") as full, started(arguments, stdout=full) as ended:
            _, told = ended.communicate(timeout=60)
        assert (ended.returncode, told.count(b"\n")) == (2, 1)
        assert told.startswith(b"uitvoer: schrijven lukt niet")


def test_nobody_who_reads_on_is_no_mistake() -> None:
    with started(["deadlines", "--received", "2026-04-02"], stdout=subprocess.PIPE) as ended:
        assert ended.stdout
        assert ended.stderr
        ended.stdout.close()
        assert (ended.wait(60), ended.stderr.read()) == (0, b"")


def test_each_day_is_answered_before_the_next_is_given_and_an_interrupt_just_stops() -> None:
    piped = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with started(["deadlines", "--received", "-"], **piped) as ended:
        assert ended.stdin
        assert ended.stdout
        assert ended.stderr
        ended.stdin.write(b"2026-04-02\n")
        ended.stdin.flush()
        assert json.loads(ended.stdout.readline())["oordeel"] == "2026-05-18"
        ended.send_signal(signal.SIGINT)
        assert (ended.wait(60), ended.stderr.read()) == (130, b"")


def test_without_any_input_there_is_nothing_to_read() -> None:
    for arguments in (["deadlines", "--received", "-"], ["coach", "-"], ["status", "-"]):
        with started(arguments, preexec_fn=lambda: os.close(0), stdout=subprocess.PIPE) as ended:
            _, told = ended.communicate(timeout=60)
        assert (ended.returncode, told) == (2, b"-: er is geen invoer om te lezen. Noem een bestand\n")


def started(arguments: list[str], **options: Any) -> subprocess.Popen[bytes]:
    """A process as a shell starts it: what it prints waits in a buffer."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.Popen(
        [sys.executable, "-m", "wizard", *arguments], cwd=ROOT, env=environment, stderr=subprocess.PIPE, **options
    )


def test_a_letter_that_cannot_be_written_whole_leaves_the_one_that_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "brief.html"
    target.write_text("de vorige", "utf-8")

    def full(at: Path, content: bytes) -> None:
        at.open("wb").close()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    ended = command("letter", example_file("wkkgz"), "-o", str(target), *TODAY)
    assert (ended.code, target.read_text("utf-8")) == (2, "de vorige")
    assert "schrijven lukt niet (No space left on device)" in ended.err
    assert list(tmp_path.iterdir()) == [target]


def test_a_file_that_begins_with_a_byte_order_mark_opens(tmp_path: Path) -> None:
    file = tmp_path / "dossier.json"
    file.write_bytes(b"\xef\xbb\xbf" + (EXAMPLES / "quasir.json").read_bytes())
    assert command("open", str(file), "--check").out == "in orde\n"
    ended = command("deadlines", "--received", "-", piped=b"\xef\xbb\xbf2026-04-02\r\n")
    assert json.loads(ended.out)["received"] == "2026-04-02"


def test_bad_input_ends_a_process_with_2_and_one_line() -> None:
    ended = process("deadlines", "--received", "morgen")
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr == b"--received: geen geldige datum. Schrijf bijvoorbeeld 2026-04-02\n"


# Bad input

NOWHERE = "/bestaat/niet/brief.pdf"
DATES = "geen geldige datum. Schrijf bijvoorbeeld 2026-04-02"
BAD: dict[str, tuple[list[str], str]] = {
    "no command": ([], "the following arguments are required: COMMAND"),
    "an unknown command": (["klaag"], "invalid choice: 'klaag'"),
    "an unknown option": (["schema", "--kleur"], "unrecognized arguments: --kleur"),
    "no day": (["deadlines"], "the following arguments are required: --received"),
    "a word for a day": (["deadlines", "--received", "morgen"], f"--received: {DATES}"),
    "a day that does not exist": (["deadlines", "--received", "2026-02-30"], f"--received: {DATES}"),
    "a day without separators": (["deadlines", "--received", "20260402"], f"--received: {DATES}"),
    "a day and a time": (["deadlines", "--received", "2026-04-02T00:00"], f"--received: {DATES}"),
    "a day in other digits": (["deadlines", "--received", "٢٠٢٦-٠٤-٠٢"], f"--received: {DATES}"),
    "an empty day": (["deadlines", "--received", ""], f"--received: {DATES}"),
    "a day before the Act": (["deadlines", "--received", "2015-12-31"], "--received: kies een datum van 2016-01-01"),
    "a day at the end of time": (["deadlines", "--received", "9999-12-31"], "tot en met 2199-12-31"),
    "a dash and a day": (
        ["deadlines", "--received", "-", "--received", "2026-04-02"],
        "--received: - gaat niet samen met andere datums",
    ),
    "a week for a day": (["deadlines", "--received", "2026-W01-1"], f"--received: {DATES}"),
    "one wrong day of two": (
        ["deadlines", "--received", "2026-04-02", "--received", "x"],
        f"--received (nummer 2): {DATES}",
    ),
    "a name of two lines": (["letter", "a\nb", "-o", "brief.pdf"], "a?b: openen lukt niet (No such file or directory)"),
    "no name for a file": (["letter", "a\0b", "-o", "brief.pdf"], "a?b: dit is geen naam van een bestand"),
    "a dispute on no day": (
        ["deadlines", "--received", "2026-04-02", "--dispute-submitted", "x"],
        f"--dispute-submitted: {DATES}",
    ),
    "a dispute before the Act": (
        ["deadlines", "--received", "2026-04-02", "--dispute-submitted", "2001-01-01"],
        "--dispute-submitted: kies een datum",
    ),
    "no day today": (["steps", "--today", "gisteren"], f"--today: {DATES}"),
    "today before the Act": (["steps", "--today", "1999-01-01"], "--today: kies een datum van 2016-01-01"),
    "an unknown procedure": (
        ["steps", "--procedure", "zolder"],
        "procedure: deze procedure kennen wij niet. Kies uit: wkkgz",
    ),
    "a path for a procedure": (["example", "--procedure", "../examples/quasir"], "deze procedure kennen wij niet"),
    "an unknown procedure with a day": (
        ["deadlines", "--received", "2026-04-02", "--procedure", "x"],
        "kennen wij niet",
    ),
    "no file": (["letter", "weg.json", "-o", "brief.pdf"], "weg.json: openen lukt niet (No such file or directory)"),
    "a folder for a file": (["letter", ".", "-o", "brief.pdf"], ".: openen lukt niet (Is a directory)"),
    "a file without end": (["letter", "/dev/zero", "-o", "brief.pdf"], "het bestand is te groot: hoogstens 512 kB"),
    "a name without end": (["steps", "x" * 5_000], "openen lukt niet (File name too long)"),
    "nowhere to write": (
        ["letter", example_file("wkkgz"), "-o", NOWHERE],
        "schrijven lukt niet (No such file or directory)",
    ),
    "a letter as a picture": (
        ["letter", example_file("wkkgz"), "-o", "b.png"],
        "-o: b.png: kies een naam die eindigt op .pdf",
    ),
    "a letter without a name": (["letter", example_file("wkkgz")], "the following arguments are required: -o/--output"),
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_one_clear_line_and_exit_2(kind: str) -> None:
    arguments, message = BAD[kind]
    ended = command(*arguments)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert ended.err.count("\n") == 1


DOSSIERS: dict[str, tuple[str | bytes, str]] = {
    "no letter without an addressee": ("{}", "Vul in naar welke zorgaanbieder de brief gaat."),
    "not JSON": ("<html>", "dit is geen geldig JSON-bestand (regel 1, teken 1)"),
    "an unknown key": ('{"kleur": 1}', "kleur: dit veld kennen wij niet. Haal het weg"),
    "a wrong type": ('{"sender": []}', "sender: hier horen velden te staan, tussen accolades"),
    "an unknown procedure": ('{"procedure": "zolder"}', "procedure: deze procedure kennen wij niet. Kies uit:"),
    "an answer before receipt": (
        '{"handling": {"received_on": "2026-06-02", "answered_on": "2026-06-01"}}',
        "handling.answered_on: Het antwoord kan er niet zijn voordat de klacht er was",
    ),
    "born in the future": (
        '{"complainant": {"client_birth_date": "2030-01-01"}}',
        "complainant.client_birth_date: 1 januari 2030 moet nog komen",
    ),
    "10 MB": (b" " * 10_000_000, "het bestand is te groot: hoogstens 512 kB"),
    "100,000 lists in each other": ("[" * 100_000, "dit is geen geldig JSON-bestand"),
    "half a character": ('{"sender": {"name": "\\ud800"}}', "dit is geen geldig JSON-bestand"),
    "UTF-16": ("{}".encode("utf-16"), "dit is geen geldig JSON-bestand"),
    "nothing": ("", "dit is geen geldig JSON-bestand"),
    "the same field twice": (
        '{"points": [{"what_happened": "een"}], "points": []}',
        "een veld staat er twee keer. Haal een van de twee weg",
    ),
    "seconds for a day": ('{"handling": {"received_on": "1775088000"}}', "handling.received_on: geen geldige datum"),
    "a key of two lines": ('{"a\\nb": 1}', "(een ander veld): dit veld kennen wij niet"),
    "somebody who may not complain": (
        json.dumps(
            {
                "complainant": {"capacity": "anders"},
                "provider": {"name": "x"},
                "points": [{"what_happened": "x"}],
            }
        ),
        "U kunt deze klacht niet zelf indienen. Kijk wie dat wel kan.",
    ),
}


@pytest.mark.parametrize("kind", DOSSIERS)
def test_a_bad_dossier_is_one_clear_line_and_exit_2(kind: str, tmp_path: Path) -> None:
    content, message = DOSSIERS[kind]
    target = tmp_path / "brief.pdf"
    ended = command("letter", written(tmp_path, content), "-o", str(target), *TODAY)
    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert ended.err.count("\n") == 1
    assert not target.exists()


# Every answer replaced by everything that it should not be

HOSTILE_VALUES: list[Any] = [
    None,
    True,
    0,
    -1,
    10**40,
    1.5,
    "",
    "x" * 20_000,
    "\x00\x1b[31m",
    "\u202egeheim",
    "<script>alert(1)</script>",
    "file:///etc/passwd",
    "{{7*7}}",
    "السلام عليكم 👩‍⚕️",
    "9999-99-99",
    "0000-00-00",
    "2031-01-01",
    [],
    [[]],
    {},
    {"x": {}},
    ["x"] * 100,
]


def places_in(held: Any, road: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The road to every value in nested data, branches too."""
    rows = held.items() if isinstance(held, dict) else enumerate(held) if isinstance(held, list) else ()
    for key, inner in rows:
        yield (*road, key)
        yield from places_in(inner, (*road, key))


def replaced(held: Any, road: tuple[Any, ...], value: Any) -> Any:
    """The same data with another value at the end of the road."""
    if not road:
        return value
    copied = dict(held) if isinstance(held, dict) else list(held)
    copied[road[0]] = replaced(copied[road[0]], road[1:], value)
    return copied


EVERY_ANSWER = replaced(example("wkkgz").model_dump(mode="json"), ("handling", "received_on"), "2026-06-01")


@pytest.fixture
def one_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands are laid out once for a test, which takes longer than to run one of them."""
    monkeypatch.setattr(command_line, "_parser", cache(command_line._parser))


@pytest.mark.usefixtures("one_parser")
@pytest.mark.parametrize("road", list(places_in(EVERY_ANSWER)), ids=lambda road: ".".join(map(str, road)))
def test_no_value_of_any_answer_brings_the_road_down(road: tuple[Any, ...], tmp_path: Path) -> None:
    for value in HOSTILE_VALUES:
        file = written(tmp_path, json.dumps(replaced(EVERY_ANSWER, road, value)))
        for arguments in (["letter", file, "-o", str(tmp_path / "brief.html")], ["steps", file, "--json"]):
            ended = command(*arguments, *TODAY)
            assert ended.code in (0, 2)
            assert (ended.err.count("\n"), ended.code) in ((0, 0), (1, 2))
            assert "geheim" not in ended.err
