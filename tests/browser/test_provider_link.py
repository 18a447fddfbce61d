"""Somebody comes by the link of a provider: its name and procedure are there, and all that is ours stays as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from tests.bench.servers import served
from tests.browser.conftest import ON_A_PHONE
from tests.browser.test_accessibility import violations
from tests.browser.walk import HAPPENED, Walk
from tests.given import TODAY, changed, example
from wizard.dossier import Dossier
from wizard.procedures import procedure
from wizard.provider import learning, link_kit
from wizard.provider.profile_file import load
from wizard.texts import words
from wizard.ui import session

FOLDER = Path(__file__).parents[1] / "cases" / "profiles"
OLD = "praktijk-zonzijde"  # its review_by is put in the past here
LINDE = "Huize De Linde"

pytestmark = ON_A_PHONE


@pytest.fixture(scope="module")
def with_profiles(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that knows the invented providers, one of them long since looked at."""
    folder = tmp_path_factory.mktemp("profiles")
    for file in FOLDER.iterdir():
        data = file.read_bytes()
        if file.name == f"{OLD}.toml":
            data = data.replace(b"2026-12-04", b"2026-05-05")
        (folder / file.name).write_bytes(data)
    with served("app.py", KLACHTWIJZER_PROFILES=str(folder)) as (address, _):
        yield address


def comes(page: Page, server: str, link: str) -> Walk:
    """Arrive by a link."""
    walk = Walk(page, Dossier())
    walk.open(server, link)
    return walk


def test_the_link_of_a_provider_fills_in_who_it_is(page: Page, with_profiles: str) -> None:
    walk = comes(page, with_profiles, "/?profiel=huize-de-linde")
    expect(page.get_by_role("heading", name=LINDE)).to_be_visible()
    logo = page.locator(".kw-logo img")
    assert logo.evaluate("image => image.naturalWidth") > 0
    assert page.locator(".st-key-languages button").all_inner_texts()[:2] == ["English", "Türkçe"]
    expect(page.locator(".st-key-f_procedure")).to_have_count(0)
    expect(page.locator(".kw-footer")).to_contain_text("Landelijk Meldpunt Zorg")
    assert violations(page) == []
    page.reload()
    walk.arrive("start")
    expect(page.get_by_role("heading", name=LINDE)).to_be_visible()
    walk.press("goal_steps")
    walk.arrive("spoed")
    expect(page.get_by_text("112").first).to_be_visible()
    assert "profiel" not in page.url
    walk.tick("f_situation__hurry__geen")
    walk.go_on("zorg")
    walk.pick("situation.care", "care", "zorg")
    walk.go_on("wie")
    walk.pick("complainant.capacity", "capacity", "client")
    walk.keeps('"profile":"huize-de-linde"')
    page.reload()
    walk.arrive("wie")
    walk.go_on("stappen")
    expect(walk.main).to_contain_text(words("referral.said", name=LINDE, day="1 juni 2026"))
    expect(walk.main).to_contain_text("mevrouw A. Bakker")


@contextmanager
def elsewhere(folder: Path) -> Iterator[str]:
    """The files of a folder on a site of somebody else."""
    handler = partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as site:
        Thread(target=site.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{site.server_address[1]}"
        site.shutdown()


def test_the_kit_of_a_provider_leads_here_from_another_site(page: Page, with_profiles: str, tmp_path: Path) -> None:
    made = link_kit.kit(load(FOLDER / "huize-de-linde.toml"), with_profiles.replace("127.0.0.1", "localhost"), TODAY)
    for name, content in made.items():
        (tmp_path / name).write_bytes(content)
    with elsewhere(tmp_path) as site:
        for shown in ("preview.html", "button.html"):
            page.goto(f"{site}/{shown}")
            page.get_by_role("link").first.click()
            walk = Walk(page, Dossier())
            walk.arrive("start")
            expect(page.get_by_role("heading", name=LINDE)).to_be_visible()


def test_the_letter_goes_to_the_provider_of_the_link(page: Page, with_profiles: str) -> None:
    walk = comes(page, with_profiles, "/?profiel=huize-de-linde")
    walk.triage()
    walk.go_on("zorgaanbieder")
    expect(walk.field("provider.name")).to_have_value("Stichting Huize De Linde")
    expect(walk.field("provider.address.town")).to_have_value("Utrecht")
    walk.go_on("klacht")
    walk.write("points.0.what_happened", HAPPENED)
    walk.press("to_controle")
    walk.arrive("controle")
    expect(walk.main).to_contain_text("Lindelaan 12")


def test_an_own_procedure_that_is_out_of_date_says_so(page: Page, with_profiles: str) -> None:
    walk = comes(page, with_profiles, f"/?profiel={OLD}")
    expect(page.get_by_role("heading", name="Klachtenprocedure van Praktijk Zonzijde")).to_be_visible()
    expect(walk.main).to_contain_text("Dat is te lang geleden. Vraag na of ze nog kloppen.")
    assert violations(page) == []


def test_a_complaint_about_another_one_lets_go_of_the_provider(page: Page, with_profiles: str) -> None:
    walk = comes(page, with_profiles, f"/?profiel={OLD}")
    walk.press("other_provider")
    expect(page.get_by_text("Praktijk Zonzijde")).to_have_count(0)
    walk.keeps('"profile":""')
    page.reload()
    walk.arrive("start")
    expect(page.locator(".st-key-f_procedure")).to_be_visible()
    expect(page.get_by_text("Praktijk Zonzijde")).to_have_count(0)


@pytest.mark.parametrize("slug", ["huize-de-linde", OLD])
def test_a_card_to_learn_from_is_made_only_where_asked_for_and_holds_what_was_shown(
    page: Page, with_profiles: str, slug: str
) -> None:
    walk = Walk(page, changed(example("wkkgz"), provider__name="Stichting Huize De Linde"))
    walk.resume(with_profiles, "terugblik", profile=slug)
    if slug == OLD:
        expect(page.get_by_role("heading", name=words("learning.heading"))).to_have_count(0)
        return
    expect(page.locator("[data-card]")).to_have_count(0)
    walk.tick("learn")
    shown = page.locator("[data-card]")
    expect(shown).to_contain_text(words("choices.care.zorg"))
    with page.expect_download() as started:
        page.locator(".st-key-download_card button").click()
    assert started.value.suggested_filename == "leerkaart.json"
    text = Path(started.value.path()).read_text("utf-8")
    assert text == learning.card(walk.dossier, procedure("wkkgz"), session.today()).json_text
    told = shown.inner_text()
    assert not [point.what_happened for point in walk.dossier.points if point.what_happened in told]
    assert violations(page) == []


@pytest.mark.parametrize("slug", ["bestaat-niet", "%3Cscript%3Ealert(1)%3C/script%3E", "../../etc/passwd", "a" * 3_000])
def test_an_unknown_or_odd_name_gives_the_steps_of_the_law_with_a_notice(
    page: Page, with_profiles: str, slug: str
) -> None:
    walk = comes(page, with_profiles, f"/?profiel={slug}")
    expect(walk.main).to_contain_text(words("errors.unknown_profile"))
    expect(page.locator(".st-key-f_procedure input:checked")).to_have_count(1)
    assert "profiel" not in page.url
    assert slug[:12] not in walk.main.inner_text()
