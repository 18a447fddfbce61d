"""The link kit of a provider: a link that says nothing of anybody, and all that leads to it."""

import re
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from PIL import Image

from tests.given import CASES, TODAY, command, tags_of, text_of
from wizard.errors import UsageError
from wizard.provider import link_kit, profiles
from wizard.provider.link_kit import TEXTS, kit, link, text
from wizard.provider.profile_file import Profile, load
from wizard.provider.profiles import procedure_of

FOLDER = CASES / "profiles"
SLUGS = ("burgercoaching", "huize-de-linde", "praktijk-zonzijde")
OURS = "https://klachtwijzer.voorbeeld.nl"
FILES = {
    *("link.txt", "button.html", "frame.html", "preview.html", "mirror-card.html", "mirror-card.pdf"),
    *("qr.svg", "qr.png", *(f"text-{name}.txt" for name in TEXTS)),
}

every_profile = pytest.mark.parametrize("slug", SLUGS)


@pytest.fixture(autouse=True)
def folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(profiles.FOLDER, str(FOLDER))


def of(slug: str) -> Profile:
    return load(FOLDER / f"{slug}.toml")


def changed(profile: Profile, **values: object) -> Profile:
    return profile.model_copy(update=values)


@every_profile
def test_the_link_holds_a_slug_and_nothing_else(slug: str) -> None:
    assert link(of(slug), OURS) == f"{OURS}/?profiel={slug}"
    assert link(of(slug), f"{OURS}/klacht/") == f"{OURS}/klacht/?profiel={slug}"


@pytest.mark.parametrize(
    "address",
    [
        "http://klachtwijzer.nl",
        "javascript:alert(1)",
        "https://a.nl/?x=1",
        "https://a.nl/#x",
        "https://naam:geheim@a.nl",
        'https://a.nl/"onclick="x',
        "https://a.nl/ b",
        "https://",
        "",
        "klachtwijzer.nl",
        "https://a.nl\n",
    ],
)
def test_what_is_no_address_of_a_website_is_refused_without_repeating_it(address: str) -> None:
    with pytest.raises(UsageError) as told:
        link(of("burgercoaching"), address)
    assert str(told.value).startswith("--address: geen adres van een website. Schrijf bijvoorbeeld https://")


@every_profile
def test_the_kit_has_every_file_and_the_same_bytes_each_time(slug: str) -> None:
    made = kit(of(slug), OURS, TODAY)
    assert set(made) - FILES == ({"logo.png"} if slug == "huize-de-linde" else set())
    assert set(made) >= FILES
    assert made == kit(of(slug), OURS, TODAY)
    assert made["link.txt"].decode() == f"{OURS}/?profiel={slug}\n"


@every_profile
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_about_as_long_as_it_says(slug: str, name: str) -> None:
    asked = int(name.rpartition("-")[2])
    words = text(name, of(slug), link(of(slug), OURS), TODAY).split()
    assert 0.9 * asked <= len(words) <= 1.1 * asked


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_of_a_provider_with_a_long_name_or_other_care_is_too(name: str) -> None:
    asked = int(name.rpartition("-")[2])
    for profile in (
        changed(of("huize-de-linde"), name="Huize De Linde aan de Vecht"),
        changed(of("burgercoaching"), care="wmo"),
    ):
        assert 0.9 * asked <= len(text(name, profile, link(profile, OURS), TODAY).split()) <= 1.1 * asked


@every_profile
@pytest.mark.parametrize("name", TEXTS)
def test_a_text_has_short_sentences_and_short_words(slug: str, name: str) -> None:
    said = text(name, of(slug), link(of(slug), OURS), TODAY).replace(link(of(slug), OURS), "")
    sentences = [sentence.split() for sentence in re.split(r"[.?!:]\s", said) if sentence.strip()]
    assert max(map(len, sentences)) <= 20
    assert sum(map(len, sentences)) / len(sentences) <= 11
    long = {word.strip(".,?!:") for words in sentences for word in words if len(word.strip(".,?!:")) > 12}
    assert long <= {"klachtenfunctionaris", "Klachtwijzer", "zorgverlener", "BurgerCoaching"}


def test_a_text_for_a_leaflet_stands_its_address_alone_on_a_line() -> None:
    to = link(of("huize-de-linde"), OURS)
    assert all(to in text(name, of("huize-de-linde"), to, TODAY).splitlines() for name in ("leaflet-40", "leaflet-120"))


def test_the_term_in_a_text_is_that_of_the_act_and_only_where_the_act_surely_holds() -> None:
    assert "binnen 6 weken" in text("website-120", of("huize-de-linde"), "x", TODAY)
    assert "weken" not in text("website-120", of("burgercoaching"), "x", TODAY)
    assert "klachtenfunctionaris" not in text("website-120", changed(of("burgercoaching"), care="wmo"), "x", TODAY)


def test_a_name_is_printed_as_it_is_in_a_text_and_escaped_in_html() -> None:
    profile = changed(of("huize-de-linde"), name="Zorg & Zo")
    assert "Zorg & Zo" in text("website-40", profile, "x", TODAY)
    assert "Zorg &amp; Zo" in link_kit.button(profile, "x")


@every_profile
def test_the_button_is_a_link_and_nothing_more(slug: str) -> None:
    profile = of(slug)
    html = link_kit.button(profile, link(profile, OURS))
    ((tag, attributes),) = tags_of(html)
    assert (tag, attributes["href"]) == ("a", f"{OURS}/?profiel={slug}")
    assert set(attributes) == {"href", "lang", "style"}
    assert profile.colour in str(attributes["style"])
    assert text_of(html) == f"Hulp bij een klacht over {profile.name}"


@every_profile
def test_a_qr_code_leads_to_the_link(slug: str) -> None:
    made = kit(of(slug), OURS, TODAY)
    (found,) = zxingcpp.read_barcodes(Image.open(BytesIO(made["qr.png"])))
    assert found.text == f"{OURS}/?profiel={slug}"
    drawn = ET.fromstring(made["qr.svg"])  # noqa: S314 - our own
    assert drawn.tag.endswith("svg")
    assert b"<script" not in made["qr.svg"]


@every_profile
def test_the_preview_shows_what_a_client_sees(slug: str) -> None:
    profile = of(slug)
    made = kit(profile, OURS, TODAY)
    shown = text_of(made["preview.html"].decode())
    assert all(step.title in shown for step in procedure_of(profile).steps)
    assert all(contact.name in shown for contact in procedure_of(profile).contacts)
    assert (profile.addressee.name or profile.name) in shown
    pictures = [attributes for tag, attributes in tags_of(made["preview.html"].decode()) if tag == "img"]
    assert all(picture["src"] in made and picture["alt"] for picture in pictures)


@every_profile
def test_no_page_of_the_kit_has_a_script_or_asks_another_machine(slug: str) -> None:
    made = kit(of(slug), OURS, TODAY)
    for name in ("button.html", "preview.html", "mirror-card.html"):
        page = made[name].decode()
        tags = tags_of(page)
        assert not {"script", "link", "iframe", "object", "form"} & {tag for tag, _ in tags}
        assert not [key for _, attributes in tags for key in attributes if key.startswith("on")]
        assert not re.search(r"(?:src|url)\s*[=(]\s*[\"']?(?:https?:)?//", page)


def test_an_old_profile_says_so_in_the_preview() -> None:
    page = link_kit.preview(of("huize-de-linde"), OURS, TODAY.replace(year=2028))
    assert "zijn voor het laatst nagekeken op 1 juni 2026" in text_of(page)


# The command


def test_the_command_writes_the_kit(tmp_path: Path) -> None:
    ended = command(
        "link-kit", "huize-de-linde", "-o", str(tmp_path / "kit"), "--address", OURS, "--today", "2026-07-01"
    )
    assert (ended.code, ended.err) == (0, "")
    written = {file.name: file.read_bytes() for file in (tmp_path / "kit").iterdir()}
    assert written == kit(of("huize-de-linde"), OURS, TODAY)
    assert ended.out.split() == list(kit(of("huize-de-linde"), OURS, TODAY))


def test_a_profile_can_be_given_as_its_file(tmp_path: Path) -> None:
    file = str(FOLDER / "burgercoaching.toml")
    ended = command("link-kit", file, "-o", str(tmp_path / "kit"), "--today", "2027-08-01")
    assert ended.code == 0
    assert "let op: de link wijst naar deze computer" in ended.err
    assert "let op: De gegevens van BurgerCoaching zijn voor het laatst nagekeken" in ended.err


BAD = {
    "an unknown profile": (["link-kit", "zolder", "-o", "{}/kit"], "profiel: dit profiel kennen wij niet. Kies uit:"),
    "a file that is not there": (
        ["link-kit", "weg.toml", "-o", "{}/kit"],
        "weg.toml: dit bestand kunnen wij niet openen",
    ),
    "an odd address": (["link-kit", "burgercoaching", "-o", "{}/kit", "--address", "ftp://x"], "--address: geen adres"),
    "a folder that cannot be made": (["link-kit", "burgercoaching", "-o", "{}/a/b/c"], "schrijven lukt niet"),
    "no folder": (["link-kit", "burgercoaching"], "the following arguments are required: -o"),
    "a mirror card of another kind": (["mirror", "burgercoaching", "-o", "{}/x.docx"], "-o: x.docx: kies een naam"),
    "a mirror card nowhere": (["mirror", "burgercoaching", "-o", "{}/a/b.html"], "schrijven lukt niet"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_clear_line(name: str, tmp_path: Path) -> None:
    arguments, expected = BAD[name]
    ended = command(*(argument.format(tmp_path) for argument in arguments))
    assert ended.code == 2
    assert expected in ended.err
    assert ended.err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_the_profiles_are_listed_and_checked(tmp_path: Path) -> None:
    assert [row.split("\t")[0] for row in command("profiles").out.splitlines()] == list(SLUGS)
    assert command("profiles", "check", "--today", "2026-07-01") == (0, "3 in orde\n", "")
    wrong = tmp_path / "wrong.toml"
    wrong.write_text('name = "<b>"\n', "utf-8")
    ended = command("profiles", "check", str(wrong))
    assert ended.code == 1
    assert "wrong.toml: name: hier mag alleen gewone tekst staan" in ended.out
    old = command("profiles", "check", "--today", "2028-07-01", str(FOLDER / "burgercoaching.toml"))
    assert (old.code, old.out.startswith("burgercoaching.toml: review_by: De gegevens van BurgerCoaching")) == (1, True)


def test_without_a_folder_there_is_nothing_to_check(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(profiles.FOLDER)
    ended = command("profiles", "check")
    assert ended.code == 2
    assert "KLACHTWIJZER_PROFILES" in ended.err
    assert command("profiles") == (0, "", "")
