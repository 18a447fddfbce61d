"""The dossier: what goes in comes out, and what does not belong in it is refused without repeating it."""

import json
import time
from contextlib import suppress
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.foreign import MARK, reading_foreign
from tests.given import dossier
from tests.strategies import dossiers
from wizard.dossier import Dossier, Tried
from wizard.dossier_file import opened, saved
from wizard.errors import InvalidDossier
from wizard.hygiene import FILE_BYTES

SECRET = "geheim"


def refused(raw: str | bytes) -> str:
    """The message with which a file is refused."""
    with pytest.raises(InvalidDossier) as told:
        opened(raw)
    return str(told.value)


# There and back


@given(dossiers())
def test_what_is_saved_opens_as_the_same_dossier(start: Dossier) -> None:
    assert opened(saved(start)) == start


@given(dossiers())
def test_a_saved_dossier_says_its_version_and_its_procedure(start: Dossier) -> None:
    held = json.loads(saved(start))
    assert (held["schema_version"], held["procedure"]) == (1, start.procedure)


def test_an_empty_dossier_is_a_dossier() -> None:
    assert opened("{}") == Dossier()


@given(dossiers())
def test_one_answer_changes_and_the_rest_stays(start: Dossier) -> None:
    changed = start.with_answer("sender.name", "Iemand Anders")
    assert changed.sender.name == "Iemand Anders"
    assert changed.with_answer("sender.name", start.sender.name) == start


@given(dossiers())
def test_an_answer_with_the_value_it_has_changes_nothing(start: Dossier) -> None:
    assert start.with_answer("handling.received_on", start.handling.received_on) == start
    assert start.with_answer("points", list(start.points)) == start


def test_a_place_in_a_list_is_a_number() -> None:
    start = dossier(points=[{"who": "de arts"}, {"who": "de balie"}])
    assert [point.who for point in start.with_answer("points.1.who", "de tandarts").points] == [
        "de arts",
        "de tandarts",
    ]


def test_an_answer_that_does_not_fit_is_refused_and_the_dossier_stays() -> None:
    start = dossier(sender={"name": "A"})
    with pytest.raises(InvalidDossier, match=r"^sender\.name: te lang: hoogstens 120 tekens$"):
        start.with_answer("sender.name", "x" * 121)
    assert start.sender.name == "A"


def test_what_was_said_in_mediation_has_no_field() -> None:
    assert set(Tried.model_fields["mediation"].annotation.model_fields) == {"held", "when"}
    assert "tried.mediation.outcome: dit veld kennen wij niet" in refused('{"tried": {"mediation": {"outcome": "x"}}}')


# Moments


@pytest.mark.parametrize(
    ("when", "order"),
    [
        ({"day": "2026-03-12"}, date(2026, 3, 12)),
        ({"about": "begin maart 2026"}, date(2026, 3, 1)),
        ({"about": "ergens in de winter"}, date.max),
        ({}, date.max),
    ],
)
def test_a_moment_is_sorted_by_what_it_names(when: dict[str, str], order: date) -> None:
    assert dossier(events=[{"when": when}]).events[0].when.order == order


def test_a_moment_is_a_day_or_a_description_and_not_both() -> None:
    both = {"events": [{"when": {"day": "2026-03-12", "about": "in maart"}}]}
    assert refused(json.dumps(both)) == "events.0.when: vul een dag in (day) of een omschrijving (about), niet allebei"


# What is refused

HOSTILE: dict[str, tuple[str | bytes, str]] = {
    "nothing": ("", "dit is geen geldig JSON-bestand"),
    "something else than JSON": (f"<html>{SECRET}</html>", "dit is geen geldig JSON-bestand (regel 1, teken 1)"),
    "a list": (f'["{SECRET}"]', "hier horen velden te staan, tussen accolades"),
    "a word": (f'"{SECRET}"', "hier horen velden te staan, tussen accolades"),
    "null": ("null", "hier horen velden te staan, tussen accolades"),
    "an unknown key": ('{"kleur": 1}', "kleur: dit veld kennen wij niet. Haal het weg"),
    "an unknown key deeper down": ('{"sender": {"bsn": "1"}}', "sender.bsn: dit veld kennen wij niet. Haal het weg"),
    "a sentence as a key": (f'{{"mijn {SECRET}\\n": 1}}', "(een ander veld): dit veld kennen wij niet. Haal het weg"),
    "a key without end": (f'{{"{SECRET * 9_000}": 1}}', "(een ander veld): dit veld kennen wij niet. Haal het weg"),
    "a number for a text": ('{"sender": {"name": 12345}}', "sender.name: hier hoort tekst"),
    "a text for a number": (
        f'{{"wishes": [{{"kind": "uitleg", "amount": "{SECRET}"}}]}}',
        "wishes.0.amount: hier hoort",
    ),
    "a text for yes or no": ('{"situation": {"read_on": "ja"}}', "situation.read_on: hier hoort true of false"),
    "a number for yes or no": ('{"situation": {"read_on": 1}}', "situation.read_on: hier hoort true of false"),
    "a text for a list": (f'{{"points": "{SECRET}"}}', "points: hier hoort een lijst"),
    "a choice that is not there": (
        f'{{"situation": {{"care": "{SECRET}"}}}}',
        "situation.care: deze keuze kennen wij niet",
    ),
    "a day that does not exist": ('{"handling": {"sent_on": "2026-02-30"}}', "handling.sent_on: geen geldige datum"),
    "a day as a number": ('{"handling": {"sent_on": 1767225600}}', "handling.sent_on: geen geldige datum"),
    "a day before the calendar": (
        '{"handling": {"sent_on": "0001-01-01"}}',
        "handling.sent_on: te klein: minstens 1900",
    ),
    "a day at the end of time": (
        '{"handling": {"sent_on": "9999-12-31"}}',
        "handling.sent_on: te groot: hoogstens 2199",
    ),
    "another version": ('{"schema_version": 2}', "schema_version: deze waarde kennen wij niet. Kies uit: 1"),
    "a path for a procedure": ('{"procedure": "../../etc/passwd"}', "procedure: hier staan tekens die niet mogen"),
    "NaN": ('{"sender": {"name": NaN}}', "sender.name: hier hoort tekst"),
    "infinity": ('{"wishes": [{"kind": "uitleg", "amount": Infinity}]}', "wishes.0.amount: "),
    "a number without end": (f'{{"wishes": [{{"kind": "uitleg", "amount": {"9" * 5_000}}}]}}', ""),
    "half a character": ('{"sender": {"name": "\\ud800"}}', "dit is geen geldig JSON-bestand"),
    "UTF-16": ("{}".encode("utf-16"), "dit is geen geldig JSON-bestand"),
    "Latin-1": ('{"sender": {"name": "Zo\xeb"}}'.encode("latin-1"), "dit is geen geldig JSON-bestand"),
    "a NUL": (b'{"sender": {"name": "\x00"}}', "dit is geen geldig JSON-bestand"),
    "text after the end": (f"{{}} {SECRET}", "dit is geen geldig JSON-bestand"),
    "10 MB": (b'{"sender": {"name": "' + b"x" * 10_000_000 + b'"}}', "het bestand is te groot: hoogstens 512 kB"),
    "100,000 lists in each other": ("[" * 100_000 + "]" * 100_000, "dit is geen geldig JSON-bestand"),
    "100,000 objects in each other": ('{"sender":' * 40_000, "dit is geen geldig JSON-bestand"),
    "a line of 121 characters": (
        f'{{"sender": {{"name": "{"x" * 121}"}}}}',
        "sender.name: te lang: hoogstens 120 tekens",
    ),
    "8,001 characters in a field": (
        json.dumps({"points": [{"what_happened": "x" * 8_001}]}),
        "points.0.what_happened: te lang: hoogstens 8000 tekens",
    ),
    "201 line breaks in a field": (
        json.dumps({"points": [{"what_happened": "x\n" * 202}]}),
        "points.0.what_happened: te veel regels: hoogstens 200",
    ),
    "31 points": (json.dumps({"points": [{}] * 31}), "points: te veel: hoogstens 30"),
    "61 events": (json.dumps({"events": [{}] * 61}), "events: te veel: hoogstens 60"),
    "more than 40,000 characters together": (
        json.dumps({"points": [{"what_happened": "x" * 8_000}] * 6}),
        "alles samen is te lang: hoogstens 40000 tekens",
    ),
    "more than 600 line breaks together": (
        json.dumps({"points": [{"what_happened": "x\n" * 190}] * 4}),
        "alles samen heeft te veel regels: hoogstens 600",
    ),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_with_a_message_that_names_the_place(kind: str) -> None:
    raw, message = HOSTILE[kind]
    told = refused(raw)
    assert message in told
    assert SECRET not in told
    assert "\n" not in told


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_refused_is_told_in_the_language_of_its_reader(kind: str) -> None:
    with reading_foreign(), pytest.raises(InvalidDossier) as told:
        opened(HOSTILE[kind][0])
    assert [place for place in told.value.places if not place.message.startswith(MARK)] == []


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_is_refused_at_once(kind: str) -> None:
    started = time.perf_counter()
    refused(HOSTILE[kind][0])
    assert time.perf_counter() - started < 1


def test_a_message_holds_at_most_twenty_mistakes_and_their_number() -> None:
    told = refused(json.dumps({f"veld{number}": 1 for number in range(6_000)}))
    assert told.count("dit veld kennen wij niet") == 20
    assert told.endswith("en nog 5980 fouten")


def test_a_field_that_stands_there_twice_is_refused_so_that_no_answer_is_lost() -> None:
    with pytest.raises(InvalidDossier, match="een veld staat er twee keer"):
        opened('{"sender": {"name": "A", "name": "B"}}')


@given(st.binary(max_size=300))
def test_any_bytes_are_opened_or_refused(raw: bytes) -> None:
    with suppress(InvalidDossier):
        assert isinstance(opened(raw), Dossier)


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=10), inner, max_size=3),
)


@given(st.dictionaries(st.sampled_from(sorted(Dossier.model_fields)), anything, max_size=4))
def test_what_is_refused_is_never_repeated_whatever_else_there_is(
    answers: dict[str, Any],
) -> None:
    assert SECRET not in refused(json.dumps(answers | {"annexes": [SECRET, {SECRET: SECRET}]}))


def test_the_caps_leave_room_for_what_a_file_may_hold() -> None:
    widest = {"points": [{"what_happened": "\U0001f600" * 7_990}] * 4, "events": [{"what": "\U0001f600" * 7_900}]}
    raw = json.dumps(widest)
    assert len(raw) <= FILE_BYTES
    assert opened(saved(opened(raw))) == opened(raw)
