"""What a provider needs to point at the wizard: the link, a button, a QR code, texts, a preview and the mirror card.

The link holds the slug of the profile and nothing else, so that it can say nothing of whoever follows it.
"""

import re
from dataclasses import dataclass
from datetime import date
from io import BytesIO

import segno

from wizard import law, triage
from wizard.documents import printed
from wizard.errors import UsageError
from wizard.formats.plain import plain
from wizard.moments import in_words
from wizard.procedures import Procedure
from wizard.provider.mirror_card import mirror_page, mirror_pdf
from wizard.provider.profile_file import Profile
from wizard.provider.profiles import OF_ONE_ACT, dossier_for, notices, procedure_of
from wizard.texts import DUTCH, telling_in

PARAMETER = "profiel"
OWN_MACHINE = "http://localhost:8501"
TEXTS = ("website-40", "website-120", "leaflet-40", "leaflet-120")  # where, and of about how many words
ADDRESS = re.compile(
    r"https://[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{2,5})?(?:/[\w.~-]+)*/?|http://localhost(?::\d{2,5})?/?", re.ASCII
)


def link(profile: Profile, address: str = OWN_MACHINE) -> str:
    """The address of the wizard with this profile. Raises UsageError for what is no address of a website."""
    if len(address) > 300 or not ADDRESS.fullmatch(address):
        raise UsageError(
            "--address: geen adres van een website. Schrijf bijvoorbeeld https://klachtwijzer.voorbeeld.nl"
        )
    return f"{address.rstrip('/')}/?{PARAMETER}={profile.slug}"


@dataclass(frozen=True)
class Preview:
    """What the preview may show."""

    profile: Profile
    link: str
    today: date

    @property
    def made(self) -> str:
        """The day on which the kit is made."""
        return in_words(self.today)

    @property
    def notices(self) -> list[str]:
        """What a client is told about the profile itself."""
        return notices(self.profile, self.today)

    @property
    def short_text(self) -> str:
        """The short text for the website."""
        return text("website-40", self.profile, self.link, self.today).strip()

    @property
    def logo(self) -> str:
        """The name of the logo's file in the kit; empty without one."""
        return logo_name(self.profile)

    @property
    def procedure(self) -> Procedure:
        """The procedure as a client sees it."""
        return procedure_of(self.profile)

    @property
    def addressee(self) -> list[str]:
        """The lines of the envelope, as far as the profile has them."""
        to = dossier_for(self.profile).provider
        return [row for row in (to.name, to.attention, *to.address.lines) if row]


def text(name: str, profile: Profile, link: str, today: date) -> str:
    """One of TEXTS, as plain text."""
    weeks = law.record("oordeel", today).amount if profile.care in OF_ONE_ACT else 0
    helps = profile.klachtenfunctionaris is not None or profile.care in triage.UNDER_WKKGZ
    page = printed(
        "provider/linkteksten.html.j2",
        text=name,
        name=profile.name,
        link=link,
        weeks=weeks,
        klachtenfunctionaris=helps,
    )
    return plain(page)


def button(profile: Profile, link: str) -> str:
    """A link that looks like a button, as plain HTML to paste anywhere."""
    return _pasted(printed("provider/linkknop.html.j2", name=profile.name, link=link, colour=profile.colour))


def frame(profile: Profile, link: str) -> str:
    """The wizard in a frame, as plain HTML to paste anywhere."""
    return _pasted(printed("provider/linkkader.html.j2", name=profile.name, link=link))


@telling_in(DUTCH)
def preview(profile: Profile, link: str, today: date) -> str:
    """A page that shows what a client gets to see. Beside it lie qr.svg and the logo."""
    shown = Preview(profile, link, today)
    return printed("provider/linkvoorbeeld.html.j2", paper=shown, colour=profile.colour, name=profile.name, link=link)


def qr(link: str, kind: str) -> bytes:
    """The QR code of a link, as "svg" or "png"; it can still be read when a seventh of it is gone."""
    made, code = BytesIO(), segno.make(link, error="m", micro=False)
    if kind == "svg":
        code.save(made, kind=kind, border=4, omitsize=True, title="QR-code van Klachtwijzer", light="#ffffff")
    else:
        code.save(made, kind=kind, border=4, scale=12)
    return made.getvalue()


def logo_name(profile: Profile) -> str:
    """The name that the logo has in the kit; empty without one."""
    return f"logo{profile.picture.suffix}" if profile.picture else ""


def kit(profile: Profile, address: str, today: date) -> dict[str, bytes]:
    """Every file of the kit by its name. Raises UsageError, LetterMakerUnavailable, LetterFailed."""
    to = link(profile, address)
    words = {f"text-{name}.txt": text(name, profile, to, today) for name in TEXTS}
    pages = {
        "link.txt": f"{to}\n",
        "button.html": button(profile, to),
        "frame.html": frame(profile, to),
        "preview.html": preview(profile, to, today),
        "mirror-card.html": mirror_page(profile, today, for_screen=True),
        **words,
    }
    made = {name: content.encode() for name, content in pages.items()}
    made |= {"qr.svg": qr(to, "svg"), "qr.png": qr(to, "png"), "mirror-card.pdf": mirror_pdf(profile, today)}
    return made | ({logo_name(profile): profile.picture.data} if profile.picture else {})


def _pasted(html: str) -> str:
    return html.strip() + "\n"
