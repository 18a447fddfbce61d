"""Profiles of providers: two invented ones and BurgerCoaching's, what they may fill in, and all that they may not."""

import re
import shutil
import struct
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from tests.given import CASES, TODAY, changed
from wizard import deadlines, documents, law, procedures, triage
from wizard.dossier import Dossier, Situation
from wizard.errors import InvalidData, UnknownProcedure, UnknownProfile
from wizard.procedures import Kind
from wizard.provider import profiles
from wizard.provider.logo import JPEG, MOST_BYTES, PNG, logo
from wizard.provider.own_procedure import OF_THE_ACT
from wizard.provider.profile_file import Profile, load
from wizard.provider.profiles import dossier_for, notices, procedure_of
from wizard.provider.provider_texts import contrast_with_white, names_a_term
from wizard.route import route

FOLDER = CASES / "profiles"
SLUGS = ("burgercoaching", "huize-de-linde", "praktijk-zonzijde")
LINDE = (FOLDER / "huize-de-linde.toml").read_text("utf-8")
ZONZIJDE = (FOLDER / "praktijk-zonzijde.toml").read_text("utf-8")
OWN = (FOLDER / "praktijk-zonzijde.procedure.toml").read_text("utf-8")

every_profile = pytest.mark.parametrize("slug", SLUGS)


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(profiles.FOLDER, str(FOLDER))


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The folder with the profiles, to spoil."""
    return Path(shutil.copytree(FOLDER, tmp_path / "profiles"))


def told(file: Path) -> str:
    with pytest.raises(InvalidData) as error:
        load(file)
    return str(error.value)


# What a profile fills in


def test_the_profiles_are_there_by_the_names_of_their_files() -> None:
    assert tuple(profiles.profiles()) == SLUGS
    assert profiles.broken() == []


def test_without_a_folder_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(profiles.FOLDER)
    assert (profiles.profiles(), profiles.broken()) == ({}, [])


@every_profile
def test_a_dossier_starts_with_the_provider_and_its_procedure(slug: str) -> None:
    found = profiles.profile(slug)
    start = dossier_for(found)
    assert start.provider.name == (found.addressee.name or found.name)
    assert start.procedure == procedure_of(found).id
    assert start.situation == Situation()
    assert start == Dossier(procedure=start.procedure, provider=start.provider)


@every_profile
def test_a_letter_and_a_road_can_be_made_from_a_profile(slug: str) -> None:
    found = profiles.profile(slug)
    start = changed(
        dossier_for(found), complainant__capacity="client", points=[{"what_happened": "Er kwam niemand op de bel."}]
    )
    page = documents.html(documents.letter(start, procedure_of(found), TODAY))
    assert start.provider.name in page
    assert all(line in page for line in start.provider.address.lines)
    stops = route(start, procedure_of(found), TODAY).stops
    assert [stop.step.id for stop in stops] == [step.id for step in procedure_of(found).steps]


def test_its_own_people_come_before_those_of_the_procedure_each_once() -> None:
    names = [contact.name for contact in procedure_of(profiles.profile("burgercoaching")).contacts]
    assert names == ["Vertrouwenspersoon van BurgerCoaching", "Klachtenportaal Zorg"]
    people = procedure_of(profiles.profile("huize-de-linde")).contacts
    assert [person.name for person in people][:2] == ["mevrouw A. Bakker", "de heer S. Yilmaz"]


def test_the_disputes_body_is_named_as_the_word_of_the_provider() -> None:
    body = procedure_of(profiles.profile("huize-de-linde")).disputes_body
    assert (body.name, body.named, body.window_months) == ("Geschillencommissie Voorbeeldzorg", True, 12)
    assert body.standing == "niet gecontroleerd"
    assert body.window_note.startswith("Dit zegt Huize De Linde.")


def test_a_procedure_is_found_by_its_id_whose_ever_it_is() -> None:
    assert profiles.procedure("quasir") == procedures.procedure("quasir")
    assert profiles.procedure("praktijk-zonzijde").title == "Klachtenprocedure van Praktijk Zonzijde"
    with pytest.raises(UnknownProcedure):
        profiles.procedure("zolder")


def test_of_care_that_may_fall_under_another_act_that_is_asked_first() -> None:
    assert procedure_of(profiles.profile("burgercoaching")).care.ask_law_first
    assert not procedure_of(profiles.profile("huize-de-linde")).care.ask_law_first


def test_learning_is_off_unless_a_profile_turns_it_on() -> None:
    assert [slug for slug in SLUGS if profiles.profile(slug).learning] == ["huize-de-linde"]


def test_a_logo_is_known_by_what_is_in_it() -> None:
    picture = profiles.profile("huize-de-linde").picture
    assert picture
    assert (picture.kind, picture.width, picture.height) == (PNG, 96, 96)


@pytest.mark.parametrize("slug", ["", "zolder", "../wkkgz", "HUIZE-DE-LINDE", "huize-de-linde.toml", "<b>", "a" * 5000])
def test_an_unknown_slug_is_named_as_such_without_repeating_it(slug: str) -> None:
    with pytest.raises(UnknownProfile) as error:
        profiles.profile(slug)
    assert str(error.value) == f"profiel: dit profiel kennen wij niet. Kies uit: {', '.join(SLUGS)}"


# Out of date


def test_a_profile_that_is_up_to_date_says_nothing() -> None:
    assert notices(profiles.profile("huize-de-linde"), date(2027, 6, 1)) == []


def test_a_profile_that_is_out_of_date_says_so() -> None:
    (said,) = notices(profiles.profile("huize-de-linde"), date(2027, 6, 2))
    assert said.startswith("De gegevens van Huize De Linde zijn voor het laatst nagekeken op 1 juni 2026.")


def test_an_own_procedure_that_is_out_of_date_says_so_too() -> None:
    assert len(notices(profiles.profile("praktijk-zonzijde"), date(2027, 5, 5))) == 2


# What no profile can change


@every_profile
def test_no_profile_changes_a_date_of_the_act(slug: str) -> None:
    found = profiles.profile(slug)
    start = changed(dossier_for(found), situation__care="zorg", handling__received_on="2026-06-01")
    start = changed(start, handling__extension_notice_on="2026-07-01", handling__dispute_submitted_on="2026-09-01")
    with_profile = deadlines.deadlines(start, procedure_of(found), TODAY)
    of_the_act = deadlines.deadlines(start, procedures.procedure("wkkgz"), TODAY)
    assert [each for each in with_profile if each.id != "geschil-uiterlijk"] == of_the_act


@every_profile
def test_no_profile_changes_a_step_of_the_act_or_makes_help_a_condition(slug: str) -> None:
    found = procedure_of(profiles.profile(slug))
    statutory = procedures.procedure("wkkgz")
    for kind in OF_THE_ACT:
        step, same = found.step(kind), statutory.step(kind)
        assert step
        assert same
        assert set(same.terms) <= set(step.terms)
        assert (step.optional, step.needs_both, step.not_for) == (same.optional, same.needs_both, same.not_for)
    help_ = (Kind.GESPREK, Kind.KLACHTENFUNCTIONARIS, Kind.CONTACTPERSOON, Kind.BEMIDDELING, Kind.WEDERHOOR)
    assert all(step.optional for step in found.steps if step.kind in help_)


def test_the_words_of_the_act_stay_in_an_own_procedure() -> None:
    found, statutory = procedure_of(profiles.profile("praktijk-zonzijde")), procedures.procedure("wkkgz")
    for kind in OF_THE_ACT:
        step, same = found.step(kind), statutory.step(kind)
        assert step
        assert same
        own = ("id", "number", "title", "notes", "jumps_to")
        assert step.model_dump(exclude=set(own)) == same.model_dump(exclude=set(own))


def test_mediation_in_an_own_procedure_needs_both_and_leaves_no_report(copy: Path) -> None:
    step = (
        '\n[[steps]]\nid = "afspraken"\nkind = "afspraken"\ntitle = "Afspraken"\nactors = ["cliënt", "zorgaanbieder"]\n'
        'what = "U legt samen vast wat u afspreekt."\ngives = ["afspraken"]\ngives_not = ["een verslag"]\n'
        'costs = "Gratis."\nconsequences = "Wat u zegt, blijft in het gesprek."\n'
        '\n[[steps]]\nid = "bemiddeling"\nkind = "bemiddeling"\nwhat = "Een collega leidt het gesprek."\n'
    )
    (copy / "praktijk-zonzijde.procedure.toml").write_text(OWN + step, "utf-8")
    found = procedure_of(load(copy / "praktijk-zonzijde.toml"))
    for kind in (Kind.AFSPRAKEN, Kind.BEMIDDELING):
        held = found.step(kind)
        assert held
        assert (held.optional, held.needs_both, held.report) == (True, True, False)
        assert held.not_for == ("calamiteit", "misdrijf", "juridisch")


def test_no_key_of_a_profile_is_one_of_the_law_or_of_another_road() -> None:
    people = {"klachtenfunctionaris"}
    assert set(Profile.model_fields) & (set(law.records()) | set(triage.referrals())) == people


# A broken profile


def line(key: str, value: str) -> Callable[[str], str]:
    """The profile with one line more at its start."""
    return lambda text: f"{key} = {value}\n{text}"


def other(old: str, new: str) -> Callable[[str], str]:
    """The profile with something else in it."""

    def change(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return change


NAME = 'name = "Huize De Linde"'
STANDS = "dit staat vast en komt van Klachtwijzer. Haal het weg"
MARKUP = "hier mag alleen gewone tekst staan, zonder HTML"
PATH = "logo: dit bestand moet in de map van het profiel staan"
BAD: dict[str, tuple[Callable[[str], str], str]] = {
    "HTML in a name": (other(NAME, 'name = "<b>Huize</b>"'), f"name: {MARKUP}"),
    "a script in a text": (other("meedenken over", "<script>alert(1)</script>"), f"contacts.0.for_what: {MARKUP}"),
    "Markdown in a name": (other(NAME, 'name = "[Huize](x)"'), f"name: {MARKUP}"),
    "a script for an address": (
        other("https://geschillen.example/zorg", "javascript:alert(1)"),
        "disputes_body.url: geen",
    ),
    "a quote in an address": (
        other("https://geschillen.example/zorg", "https://a.example/' onclick='x"),
        "disputes_body.url",
    ),
    "an address without https": (other("https://geschillen", "http://geschillen"), "disputes_body.url: geen webadres"),
    "an address in a name": (other(NAME, 'name = "Kijk op www.linde.example"'), "name: hier hoort geen webadres"),
    "an empty name": (other(NAME, 'name = ""'), "name: dit veld is leeg. Vul het in"),
    "a very long name": (other(NAME, f'name = "{"a" * 61}"'), "name: te lang: hoogstens 60 tekens"),
    "letters that cannot be printed": (
        other(NAME, 'name = "森林"'),
        "name: hier staan tekens die wij niet kunnen afdrukken",
    ),
    "no name": (other(NAME, ""), "name: dit veld ontbreekt. Vul het in"),
    "an unknown key": (line("website", '"x"'), "website: dit veld kennen wij niet. Haal het weg"),
    "a term of the law": (line("oordeel", "12"), f"oordeel: {STANDS}"),
    "a law of its own": (line("law", '{ oordeel = "twaalf weken" }'), f"law: {STANDS}"),
    "another road": (line("lmz", '"belt u niet"'), f"lmz: {STANDS}"),
    "safety texts": (line("safety", '"niets aan de hand"'), f"safety: {STANDS}"),
    "a slug of its own": (line("slug", '"anders"'), "slug: dit veld kennen wij niet. Haal het weg"),
    "a procedure inside": (line("own_procedure", "{}"), "own_procedure: dit veld kennen wij niet"),
    "a picture inside": (line("picture", "{}"), "picture: dit veld kennen wij niet"),
    "an unknown procedure": (
        other('"wkkgz"', '"zolder"'),
        "procedure: deze procedure kennen wij niet. Kies uit: wkkgz",
    ),
    "a procedure elsewhere": (other('"wkkgz"', '"../x.procedure.toml"'), "procedure: dit bestand moet in de map"),
    "a procedure that is not there": (other('"wkkgz"', '"weg.procedure.toml"'), "dit bestand kunnen wij niet openen"),
    "another body than the procedure's": (
        other('"wkkgz"', '"burgercoaching"'),
        "disputes_body: deze procedure noemt zelf al",
    ),
    "a window of days": (other("window_months = 12", "window_months = 1"), "disputes_body.window_months: te klein"),
    "a light colour": (other("#7a2e4d", "#ffd700"), "colour: deze kleur is te licht naast wit"),
    "a colour by its name": (other("#7a2e4d", "red"), "colour: geen kleur. Schrijf bijvoorbeeld #11536b"),
    "style in a colour": (other("#7a2e4d", "#7a2e4d;background:url(x)"), "colour: geen kleur"),
    "a logo from another machine": (other("huize-de-linde.png", "https://linde.example/logo.png"), PATH),
    "a logo in another folder": (other("huize-de-linde.png", "../logo.png"), PATH),
    "a logo anywhere on the machine": (other("huize-de-linde.png", "/etc/passwd"), PATH),
    "a logo that is no picture": (other("huize-de-linde.png", "burgercoaching.toml"), "logo: dit is geen PNG of JPEG"),
    "a logo that is not there": (other("huize-de-linde.png", "weg.png"), "logo: dit bestand kunnen wij niet openen"),
    "a wrong phone number": (other("030-0000001", "bel ons"), "klachtenfunctionaris.phone: geen telefoonnummer"),
    "a wrong e-mail address": (other("klachten@huizedelinde.example", "klachten"), "addressee.email: geen e-mailadres"),
    "a wrong postcode": (other("3511 AB", "3511ab"), "addressee.postcode: geen postcode. Schrijf bijvoorbeeld 1234 AB"),
    "an unknown kind of care": (other('care = "zorg"', 'care = "wellness"'), "care: deze waarde kennen wij niet"),
    "an unknown language": (other('"tr"]', '"xx"]'), "languages.2: deze waarde kennen wij niet. Kies uit: nl, ar, en"),
    "no Dutch": (other('["nl", "en", "tr"]', '["en"]'), "languages: nl hoort er altijd bij"),
    "a review before the check": (
        other("review_by = 2027-06-01", "review_by = 2026-01-01"),
        "review_by: moet na checked_on",
    ),
    "no day of checking": (other("checked_on = 2026-06-01\nreview_by", "review_by"), "checked_on: dit veld ontbreekt"),
    "text that is no TOML": (lambda text: text + "[[", "dit is geen geldige TOML"),
    "a file too large": (lambda text: text + "#" * 70_000, "dit bestand is te groot: hoogstens 64 kB"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_profile_is_refused_with_file_key_and_mend(name: str, copy: Path) -> None:
    change, expected = BAD[name]
    file = copy / "huize-de-linde.toml"
    file.write_text(change(LINDE), "utf-8")
    lines = told(file).splitlines()
    assert any(expected in said for said in lines)
    assert all(said.split(": ")[0] in (file.name, "weg.procedure.toml") for said in lines)
    assert not any("<script>" in said or "javascript" in said for said in lines)


OWN_BAD: dict[str, tuple[Callable[[str], str], str]] = {
    "other words for a step of the Act": (
        other('number = "5"', 'number = "5"\nwhat = "U hoort het als wij klaar zijn."'),
        f"steps.4.what: {STANDS}",
    ),
    "another term in a note": (
        other('number = "5"', 'number = "5"\nnotes = ["Wij antwoorden binnen twaalf weken."]'),
        "steps.4.notes: hier staat een termijn of een bedrag",
    ),
    "a term in the summary": (
        other("U mag ook meteen een brief sturen.", "Wij antwoorden binnen 8 weken."),
        "summary: hier staat een termijn of een bedrag",
    ),
    "a condition of help": (other('jumps_to = ["klacht"]', "optional = false"), f"steps.0.optional: {STANDS}"),
    "help that costs": (
        other('title = "Hulp van Klachtenbureau Noord"', 'costs = "€ 40"'),
        f"steps.2.costs: {STANDS}",
    ),
    "other articles": (other('number = "5"', 'number = "5"\nterms = []'), f"steps.4.terms: {STANDS}"),
    "a step of the Act left out": (
        other('[[steps]]\nid = "geschil"\nkind = "geschil"\nnumber = "6"\n', ""),
        "steps: deze stappen geeft de wet altijd, zet ze erbij: geschil",
    ),
    "the steps of the Act in another order": (
        lambda text: (
            text.replace('kind = "antwoord"', 'kind = "x"')
            .replace('kind = "verlenging"', 'kind = "antwoord"')
            .replace('kind = "x"', 'kind = "verlenging"')
        ),
        "steps: zet de stappen van de wet één keer en in deze volgorde",
    ),
    "an unknown kind of step": (other('kind = "contactpersoon"', 'kind = "praatje"'), "steps.1.kind: deze soort stap"),
    "differences with the Act": (
        lambda text: text + '\n[[differences]]\nabout = "Tijd"\nscheme = "x"\nact = "Alles mag"\narticle = "art. 1"\n',
        f"differences: {STANDS}",
    ),
    "a disputes body": (lambda text: text + '\n[disputes_body]\nname = "x"\n', f"disputes_body: {STANDS}"),
    "HTML": (other("Een collega die u niet kent", "<i>Een collega</i>"), f"steps.1.what: {MARKUP}"),
    "a very long text": (
        other("Een collega die u niet kent", "a" * 700),
        "steps.1.what: te lang: hoogstens 600 tekens",
    ),
    "another id than its name": (other('id = "praktijk-zonzijde"', 'id = "zonzijde"'), "id: moet gelijk zijn aan"),
    "no steps": (lambda text: text[: text.index("[[steps]]")], "steps: hier horen stappen te staan"),
    "steps that are none": (
        lambda text: "steps = [1]\n" + text[: text.index("[[steps]]")],
        "steps: hier horen stappen",
    ),
}


@pytest.mark.parametrize("name", OWN_BAD)
def test_an_own_procedure_is_refused_with_file_key_and_mend(name: str, copy: Path) -> None:
    change, expected = OWN_BAD[name]
    file = copy / "praktijk-zonzijde.procedure.toml"
    file.write_text(change(OWN), "utf-8")
    lines = told(copy / "praktijk-zonzijde.toml").splitlines()
    assert any(said.startswith(f"{file.name}: {expected}") for said in lines), lines


def test_an_own_procedure_cannot_take_the_place_of_ours(copy: Path) -> None:
    (copy / "wkkgz.procedure.toml").write_text(OWN.replace('"praktijk-zonzijde"', '"wkkgz"', 1), "utf-8")
    (copy / "praktijk-zonzijde.toml").write_text(ZONZIJDE.replace("praktijk-zonzijde.proc", "wkkgz.proc"), "utf-8")
    assert "id: wkkgz is al een procedure van Klachtwijzer" in told(copy / "praktijk-zonzijde.toml")


def test_a_broken_profile_is_named_and_left_out(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (copy / "huize-de-linde.toml").write_text(line("oordeel", "12")(LINDE), "utf-8")
    (copy / "Met Hoofdletters.toml").write_text(LINDE, "utf-8")
    monkeypatch.setenv(profiles.FOLDER, str(copy))
    assert tuple(profiles.profiles()) == ("burgercoaching", "praktijk-zonzijde")
    assert sorted(str(error) for error in profiles.broken()) == [
        "(een bestand met een andere naam): noem dit bestand met hoogstens 40 kleine letters, cijfers en streepjes",
        f"huize-de-linde.toml: oordeel: {STANDS}",
    ]


def test_a_folder_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(profiles.FOLDER, str(tmp_path / "weg"))
    assert profiles.profiles() == {}
    assert str(profiles.broken()[0]).startswith("KLACHTWIJZER_PROFILES: deze map is er niet")


# Pictures


def png(width: int, height: int, size: int = 0) -> bytes:
    head = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height)
    return head + b"\x08\x02\x00\x00\x00" + b"\x00" * size + b"\x00\x00\x00\x00IEND\xaeB`\x82"


def jpeg(width: int, height: int) -> bytes:
    app = b"\xff\xe0\x00\x10JFIF\x00" + b"\x00" * 9
    return b"\xff\xd8" + app + b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x11\x00\xff\xd9"


def test_a_png_and_a_jpeg_are_read_for_their_size(tmp_path: Path) -> None:
    for name, data, kind in (("a.jpg", png(30, 20), PNG), ("b.png", jpeg(30, 20), JPEG)):
        (tmp_path / name).write_bytes(data)
        found = logo(tmp_path / name)
        assert (found.kind, found.width, found.height) == (kind, 30, 20)


WRONG_PICTURES = {
    "too wide": (png(1001, 10), "de afbeelding is te groot: hoogstens 1000 bij 1000 pixels"),
    "too high": (jpeg(10, 1001), "de afbeelding is te groot"),
    "too heavy": (png(10, 10, MOST_BYTES), "het bestand is te groot: hoogstens 200 kB"),
    "without size": (png(0, 10), "dit is geen PNG of JPEG"),
    "an SVG": (b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>', "dit is geen PNG of JPEG"),
    "a page": (b"<html>", "dit is geen PNG of JPEG"),
    "a PNG that goes on": (png(10, 10) + b"<script>", "dit is geen PNG of JPEG"),
    "half a JPEG": (jpeg(10, 10)[:12], "dit is geen PNG of JPEG"),
    "a JPEG without size": (b"\xff\xd8\xff\xe0\x00\x02\xff\xd9", "dit is geen PNG of JPEG"),
    "empty": (b"", "dit is geen PNG of JPEG"),
}


@pytest.mark.parametrize("name", WRONG_PICTURES)
def test_another_file_than_a_small_picture_is_refused(name: str, copy: Path) -> None:
    data, expected = WRONG_PICTURES[name]
    (copy / "huize-de-linde.png").write_bytes(data)
    assert told(copy / "huize-de-linde.toml").startswith(f"huize-de-linde.toml: logo: {expected}")


def test_a_link_to_a_file_elsewhere_is_not_followed(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere.png").write_bytes(png(10, 10))
    (copy / "huize-de-linde.png").unlink()
    (copy / "huize-de-linde.png").symlink_to(tmp_path / "elsewhere.png")
    assert "logo: dit bestand wijst naar een plek buiten de map" in told(copy / "huize-de-linde.toml")


# Colours and terms


@pytest.mark.parametrize(
    ("colour", "contrast"), [("#ffffff", 1.0), ("#000000", 21.0), ("#767676", 4.54), ("#777777", 4.48)]
)
def test_contrast_is_counted_as_wcag_counts_it(colour: str, contrast: float) -> None:
    assert round(contrast_with_white(colour), 2) == contrast


@pytest.mark.parametrize(
    "text", ["binnen 8 weken", "na twaalf lange weken", "Vijf werkdagen", "€ 40", "40 euro", "1 jaar"]
)
def test_a_term_or_an_amount_is_seen(text: str) -> None:
    assert names_a_term(text)


@pytest.mark.parametrize(
    "text", ["Wij zijn een kleine praktijk.", "op werkdagen", "Europa", "deze week", "een dagdeel later"]
)
def test_other_words_are_no_term(text: str) -> None:
    assert not names_a_term(text)


# Anything at all in a field

ODD = ("3", "[]", "[1]", "{}", "true", '""', "1979-05-27T07:32:00Z", "nan", "[[1]]", "[{}]")


@pytest.mark.parametrize("name", ["huize-de-linde.toml", "praktijk-zonzijde.toml", "praktijk-zonzijde.procedure.toml"])
def test_another_type_in_any_field_is_refused_or_fits_and_never_breaks(name: str, copy: Path) -> None:
    text = (FOLDER / name).read_text("utf-8")
    profile = copy / name.replace(".procedure", "")
    for field in re.finditer(r"^(\w+) = .*$", text, re.MULTILINE):
        for value in ODD:
            (copy / name).write_text(f"{text[: field.start()]}{field[1]} = {value}{text[field.end() :]}", "utf-8")
            with suppress(InvalidData):
                load(profile)
