"""The mirror card: what a client is told to expect, from the profile and the law, readable by everyone."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.foreign import reading_foreign
from tests.given import CASES, TODAY, command, tags_of, text_of
from wizard import law
from wizard.deadlines import oordeel, oordeel_verlengd
from wizard.moments import with_weekday
from wizard.provider import profiles
from wizard.provider.mirror_card import AFTER, ALWAYS, BEFORE, NOT_SATISFIED, MirrorCard, mirror_page, mirror_pdf
from wizard.provider.profile_file import load
from wizard.provider.profiles import procedure_of

FOLDER = CASES / "profiles"
SLUGS = ("burgercoaching", "huize-de-linde", "praktijk-zonzijde")

every_profile = pytest.mark.parametrize("slug", SLUGS)


@every_profile
def test_every_sentence_is_that_of_the_law_with_its_article(slug: str) -> None:
    shown = text_of(mirror_page(load(FOLDER / f"{slug}.toml"), TODAY))
    for rule in (*BEFORE, *AFTER, *NOT_SATISFIED, *ALWAYS):
        record = law.record(rule, TODAY)
        assert record.sentence in shown
        assert record.article in shown


@every_profile
def test_a_card_is_in_dutch_whoever_makes_it(slug: str) -> None:
    with reading_foreign():
        foreign = mirror_page(load(FOLDER / f"{slug}.toml"), TODAY)
    assert foreign == mirror_page(load(FOLDER / f"{slug}.toml"), TODAY)


def test_every_term_is_the_number_of_its_record() -> None:
    card = MirrorCard(load(FOLDER / "huize-de-linde.toml"), TODAY)
    terms = {told.term for told in (*card.before, *card.after, *card.not_satisfied, *card.always) if told.term}
    numbers = {law.record(rule, TODAY) for rule in ("oordeel", "verlenging", "tien-weken", "uitspraak", "dossier")}
    assert terms == {f"{record.value} {record.unit}" for record in numbers}


def test_what_is_our_reading_is_said_to_be_so() -> None:
    card = MirrorCard(load(FOLDER / "huize-de-linde.toml"), TODAY)
    for told, rule in zip(card.after, AFTER, strict=True):
        assert told.ours == (law.record(rule, TODAY).standing != "gelezen")
    assert "(zo lezen wij het)" in text_of(mirror_page(card.profile, TODAY))


@pytest.mark.parametrize("today", [TODAY, date(2026, 11, 13), date(2027, 3, 30)])
def test_the_days_in_the_example_are_those_that_a_client_is_told(today: date) -> None:
    shown = text_of(mirror_page(load(FOLDER / "huize-de-linde.toml"), today))
    assert f"antwoord uiterlijk {with_weekday(oordeel(today).day)}." in shown
    assert f"wordt het uiterlijk {with_weekday(oordeel_verlengd(today).day)}." in shown


@every_profile
def test_it_shows_the_steps_and_the_people_of_the_profile(slug: str) -> None:
    profile = load(FOLDER / f"{slug}.toml")
    shown = text_of(mirror_page(profile, TODAY))
    assert all(step.title in shown for step in procedure_of(profile).steps)
    assert all(contact.name in shown for contact in procedure_of(profile).contacts)


def test_what_is_not_in_the_profile_is_said_to_be_missing() -> None:
    shown = text_of(mirror_page(load(FOLDER / "praktijk-zonzijde.toml"), TODAY))
    assert "In uw profiel staat niet bij welke geschilleninstantie u hoort." in shown
    nobody = load(FOLDER / "huize-de-linde.toml").model_copy(
        update={"klachtenfunctionaris": None, "vertrouwenspersoon": None, "contacts": (), "disputes_body": None}
    )
    assert "In uw profiel staan nog geen namen." in text_of(mirror_page(nobody, TODAY))


def test_of_care_that_may_fall_under_another_act_that_is_said() -> None:
    said = "Bij de Wmo en de Jeugdwet gelden andere regels."
    assert said in text_of(mirror_page(load(FOLDER / "burgercoaching.toml"), TODAY))
    assert said not in text_of(mirror_page(load(FOLDER / "huize-de-linde.toml"), TODAY))


def test_an_old_profile_says_so() -> None:
    shown = text_of(mirror_page(load(FOLDER / "huize-de-linde.toml"), date(2028, 1, 3)))
    assert "De gegevens van Huize De Linde zijn voor het laatst nagekeken op 1 juni 2026." in shown


def test_as_a_page_for_the_screen_it_carries_its_style_and_colour() -> None:
    page = mirror_page(load(FOLDER / "huize-de-linde.toml"), TODAY, for_screen=True)
    assert "--own: #7a2e4d" in page
    assert [tag for tag, _ in tags_of(page)].count("h1") == 1
    assert text_of(page.replace(page[page.index("<style>") : page.index("</style>")], "")) == text_of(
        mirror_page(load(FOLDER / "huize-de-linde.toml"), TODAY)
    )


def test_as_a_pdf_everyone_can_read_it(broken_rules: Callable[[Mapping[str, bytes]], dict[str, list[str]]]) -> None:
    made = {slug: mirror_pdf(load(FOLDER / f"{slug}.toml"), TODAY) for slug in SLUGS}
    assert {name: rules for name, rules in broken_rules(made).items() if rules} == {}


def test_the_command_makes_it_as_pdf_or_html(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(profiles.FOLDER, str(FOLDER))
    for name, start in (("card.pdf", b"%PDF-1.7"), ("card.HTML", b"<!doctype html>")):
        ended = command("mirror", "huize-de-linde", "-o", str(tmp_path / name), "--today", "2026-07-01")
        assert (ended.code, ended.err) == (0, "")
        assert (tmp_path / name).read_bytes().lstrip().startswith(start)
