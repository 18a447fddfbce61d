"""A person who fills in the screens from a dossier: each answer by its own field, each step by its own button."""

import json
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Frame, Locator, Page, expect

from wizard import moments
from wizard.dossier import Dossier, When
from wizard.dossier_file import saved
from wizard.texts import words
from wizard.ui import road

PROVIDER = "Praktijk De Brink"
HAPPENED = "Er kwam niemand toen ik belde."
KEPT = "klachtwijzer.v1"  # the name in the storage of the browser
READY = '[data-testid="stApp"][data-test-script-state="notRunning"][data-test-connection-state="CONNECTED"]'


@dataclass
class Walk:
    """One visit, in a window or in a frame. `screens` are the slugs of the screens that were shown, in order."""

    page: Page | Frame
    dossier: Dossier

    def __post_init__(self) -> None:
        self.screens: list[str] = []

    def open(self, server: str, link: str = "") -> None:
        """Arrive, by the start page or by a link."""
        self.page.goto(server + link)
        self.arrive("start")

    def resume(self, server: str, slug: str, **more: str) -> None:
        """Come back to a screen with the answers of this dossier, as the browser kept them."""
        kept = {
            "time": int(time.time() * 1000),
            "text": saved(self.dossier),
            "page": slug,
            "came": "",
            "goal": "stappen",
        } | more
        self.page.goto(f"{server}/_stcore/health")
        self.page.evaluate("([name, text]) => sessionStorage.setItem(name, text)", [KEPT, json.dumps(kept)])
        self.page.goto(server)
        self.arrive(slug)

    def arrive(self, slug: str) -> None:
        """Wait until a screen is there and at rest."""
        expect(self.page.locator(f'[data-page="{slug}"]')).to_be_visible(timeout=20_000)
        self.settle()
        self.screens.append(slug)

    def settle(self) -> None:
        """Wait until the server has answered the last change."""
        self.page.wait_for_timeout(60)
        self.page.locator(READY).wait_for(state="attached")

    def field(self, path: str) -> Locator:
        """The input of a path."""
        return self.page.locator(
            f".st-key-{road.key(path)} :is(input:not([type=radio]):not([type=checkbox]), textarea)"
        )

    def write(self, path: str, value: str) -> None:
        """Type in a field and leave it."""
        self.field(path).fill(value)
        self.field(path).press("Tab")
        self.settle()

    def choose(self, path: str, label: str) -> None:
        """Pick one of a few."""
        self.page.locator(f".st-key-{road.key(path)}").get_by_text(label, exact=True).first.click()
        self.settle()

    def pick(self, path: str, table: str, value: Any) -> None:
        """Pick a value by its words in the locale file, if there is one to pick."""
        if value is not None:
            self.choose(path, words(f"choices.{table}.{value}"))

    def answer(self, path: str, value: bool | None) -> None:
        """Yes or no."""
        if value is not None:
            self.choose(path, words("fields.yes" if value else "fields.no"))

    def tick(self, key: str) -> None:
        """Tick a box."""
        self.page.locator(f".st-key-{key} label").first.click()
        self.settle()

    def press(self, key: str) -> None:
        """Press the button of that key."""
        self.page.locator(f".st-key-{key} button").click()
        self.settle()

    def unfold(self, key: str) -> None:
        """Open what is folded away under that key."""
        self.page.locator(f".st-key-{key} summary").first.click()
        self.settle()

    def go_on(self, slug: str) -> None:
        """Press the button to the next screen, and see that it is the one expected."""
        self.press("next")
        self.arrive(slug)

    def moment(self, path: str, when: When) -> None:
        """Type a day, or about when."""
        if when.known:
            self.write(path, moments.in_figures(when.day) if when.day else when.about)

    @property
    def main(self) -> Locator:
        """All that is on the screen but for what the browser itself shows."""
        return self.page.locator('[data-testid="stMain"]')

    def keeps(self, text: str, area: str = "sessionStorage") -> None:
        """Wait until the browser has kept this text."""
        script = "([area, name, text]) => (window[area].getItem(name) || '').includes(text)"
        self.page.wait_for_function(script, arg=[area, KEPT, text], timeout=5_000)

    def kept(self, area: str = "sessionStorage") -> str:
        """All that the browser has, as text."""
        return str(self.page.evaluate("area => JSON.stringify(window[area])", area))

    def keep_on_this_device(self) -> None:
        """Say that nobody else uses this device."""
        self.page.get_by_text(words("keeping.title")).click()
        self.page.get_by_text(words("keeping.alone")).click()
        self.settle()

    # The screens, in the order of the road.

    def to_complaint(self, server: str) -> None:
        """By the shortest road to the screen of the complaint, and its first words; whatever the dossier holds."""
        self.open(server)
        self.fill_to_complaint()

    def triage(self, capacity: str = "client") -> None:
        """From the start page to who complains, by the shortest road."""
        self.press("goal_letter")
        self.arrive("spoed")
        self.tick("f_situation__hurry__geen")
        self.go_on("zorg")
        self.pick("situation.care", "care", "zorg")
        self.go_on("wie")
        self.pick("complainant.capacity", "capacity", capacity)

    def fill_to_complaint(self) -> None:
        """The same from the start page on."""
        self.triage()
        self.go_on("zorgaanbieder")
        self.write("provider.name", PROVIDER)
        self.go_on("klacht")
        self.write("points.0.what_happened", HAPPENED)

    def situation(self) -> None:
        """From the start page through triage, for somebody who wants a letter."""
        situation, who = self.dossier.situation, self.dossier.complainant
        self.pick("situation.stage", "stage", situation.stage)
        self.press("goal_letter")
        first, second = ("zorg", "spoed") if self.dossier.procedure == "burgercoaching" else ("spoed", "zorg")
        for slug in (first, second):
            self.arrive(slug)
            self.spoed() if slug == "spoed" else self.zorg()
            self.press("next")
        self.arrive("wie")
        for name in ("capacity", "age_group", "relation"):
            self.pick(f"complainant.{name}", name, getattr(who, name))
        for name in ("client_decides", "mentor_appointed", "mentor_agrees", "machtiging_signed"):
            self.answer(f"complainant.{name}", getattr(who, name))
        self.answer("situation.jeugdwet", situation.jeugdwet)

    def spoed(self) -> None:
        """What cannot wait: nothing, or what the dossier says."""
        for each in self.dossier.situation.hurry or ("geen",):
            self.tick(f"f_situation__hurry__{each}")

    def zorg(self) -> None:
        """The kind of care."""
        table = "care_law" if self.dossier.procedure == "burgercoaching" else "care"
        self.pick("situation.care", table, self.dossier.situation.care)

    def addressee(self) -> None:
        """To whom the letter goes."""
        provider = self.dossier.provider
        for name in ("name", "attention", "email", "professional", "location"):
            self.write(f"provider.{name}", getattr(provider, name))
        self.address("provider.address", provider.address)

    def address(self, path: str, address: Any) -> None:
        """Street, postcode and town."""
        for name in ("street", "postcode", "town"):
            self.write(f"{path}.{name}", getattr(address, name))

    def complaint(self) -> None:
        """Every point, and what else happened."""
        for number, point in enumerate(self.dossier.points):
            if number:
                self.press("add_point")
            path = f"points.{number}"
            for name in ("what_happened", "consequence", "expected", "where", "who"):
                self.write(f"{path}.{name}", getattr(point, name))
            self.moment(f"{path}.when", point.when)
            self.pick(f"{path}.category", "category", point.category)
            self.press(f"done_{number}")
        if self.dossier.events:
            self.page.get_by_text(words("pages.klacht.events")).click()
        for number, event in enumerate(self.dossier.events):
            self.settle()
            field, button = self.field(f"events.{number}.what"), self.page.locator(".st-key-add_event button")
            expect(field.or_(button).first).to_be_visible()
            if not field.is_visible():
                self.press("add_event")
            self.moment(f"events.{number}.when", event.when)
            self.write(f"events.{number}.what", event.what)

    def tried(self) -> None:
        """What was tried before."""
        tried = self.dossier.tried
        for name in ("talk", "contactpersoon", "klachtenfunctionaris", "mediation"):
            step = getattr(tried, name)
            self.answer(f"tried.{name}.held", step.held)
            self.moment(f"tried.{name}.when", step.when)
        if tried.talk.outcome:
            self.write("tried.talk.outcome", tried.talk.outcome)

    def wishes(self) -> None:
        """What is asked."""
        for wish in self.dossier.wishes:
            self.tick(f"f_wishes__{wish.kind}")
        for wish in self.dossier.wishes:
            if wish.detail:
                self.write(f"wishes.{wish.kind}.detail", wish.detail)

    def sending(self) -> None:
        """How the letter is sent and what is allowed with it."""
        letter, consents = self.dossier.letter, self.dossier.consents
        self.pick("letter.formality", "formality", letter.formality)
        self.pick("letter.delivery", "delivery", letter.delivery)
        self.answer("letter.klachtenfunctionaris_wanted", letter.klachtenfunctionaris_wanted)
        self.answer("letter.talk_wanted", letter.talk_wanted)
        self.pick("letter.contact_by", "contact_by", letter.contact_by)
        for name, consent in consents:
            self.answer(f"consents.{name}", consent)
        if self.dossier.annexes:
            self.write("annexes", "\n".join(self.dossier.annexes))

    def person(self) -> None:
        """Who writes, and for whom."""
        sender, who = self.dossier.sender, self.dossier.complainant
        for name in ("name", "email", "phone"):
            self.write(f"sender.{name}", getattr(sender, name))
        self.address("sender.address", sender.address)
        if not self.dossier.complains_for_self:
            self.write("complainant.client_name", who.client_name)
        if who.relation_words:
            self.write("complainant.relation_words", who.relation_words)
        if who.client_birth_date:
            self.write("complainant.client_birth_date", moments.in_figures(who.client_birth_date))

    def letter(self) -> None:
        """From triage to the letter, by every screen of the road."""
        fill = {
            "zorgaanbieder": self.addressee,
            "klacht": self.complaint,
            "geprobeerd": self.tried,
            "wensen": self.wishes,
            "verzenden": self.sending,
            "gegevens": self.person,
        }
        for slug, screen in fill.items():
            self.go_on(slug)
            screen()
        self.go_on("controle")
        self.go_on("brief")

    def download(self, folder: Path) -> Path:
        """Press the button and keep the PDF."""
        with self.page.expect_download(timeout=60_000) as started:
            self.page.locator(".st-key-download button").click()
        target = folder / started.value.suggested_filename
        started.value.save_as(target)
        return target
