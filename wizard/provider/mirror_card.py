"""The mirror card for a provider's staff: what a client is told to expect and by when, from the profile and the law."""

from dataclasses import dataclass
from datetime import date

from wizard import deadlines, law
from wizard.bodies import DisputesBody
from wizard.documents import printed
from wizard.moments import in_words, with_weekday
from wizard.pdf import pdf
from wizard.procedures import Procedure
from wizard.provider.profile_file import Profile
from wizard.provider.profiles import OF_ONE_ACT, notices, procedure_of
from wizard.texts import DUTCH, telling_in

BEFORE = ("klachtenregeling", "klachtenfunctionaris", "onafhankelijk", "geen-uiterste-datum", "schriftelijk")
AFTER = (
    "indiening",
    "onderzoek",
    "voortgang",
    "oordeel",
    "verlenging",
    "tien-weken",
    "nadere-verlenging",
    "doorrollen",
)
NOT_SATISFIED = ("geschil-regels", "geschil-antwoord", "geschil-direct", "uitspraak", "bindend-advies")
ALWAYS = ("geheimhouding", "dossier")


@dataclass(frozen=True)
class Told:
    """One sentence as a client reads it, its term in short, and its article; `ours` where it is our own reading."""

    sentence: str
    term: str
    article: str
    ours: bool


@dataclass(frozen=True)
class MirrorCard:
    """What the card may print."""

    profile: Profile
    today: date

    @property
    def made(self) -> str:
        """The day on which the card is made."""
        return in_words(self.today)

    @property
    def checked(self) -> str:
        """The day on which the provider last looked at its profile."""
        return in_words(self.profile.checked_on)

    @property
    def notices(self) -> list[str]:
        """What a client is told about the profile itself."""
        return notices(self.profile, self.today)

    @property
    def procedure(self) -> Procedure:
        """The procedure as a client sees it."""
        return procedure_of(self.profile)

    @property
    def body(self) -> DisputesBody | None:
        """The geschilleninstantie, where it is known which one."""
        body = self.procedure.disputes_body
        return body if body.named else None

    @property
    def of_one_act(self) -> bool:
        """Whether this care is always under the Wkkgz."""
        return self.profile.care in OF_ONE_ACT

    @property
    def before(self) -> list[Told]:
        """What holds before there is a complaint."""
        return self._told(BEFORE)

    @property
    def after(self) -> list[Told]:
        """What holds once there is a written complaint."""
        return self._told(AFTER)

    @property
    def not_satisfied(self) -> list[Told]:
        """What holds where the answer is late, or does not help."""
        return self._told(NOT_SATISFIED)

    @property
    def always(self) -> list[Told]:
        """What holds all the time."""
        return self._told(ALWAYS)

    @property
    def example(self) -> tuple[str, str, str]:
        """Three days in words: a complaint that comes in today, its answer, and its answer after an extension."""
        first, extended = deadlines.oordeel(self.today), deadlines.oordeel_verlengd(self.today)
        return with_weekday(self.today), with_weekday(first.day), with_weekday(extended.day)

    def _told(self, rules: tuple[str, ...]) -> list[Told]:
        return [_told(law.record(rule, self.today)) for rule in rules]


def _told(rule: law.Record) -> Told:
    return Told(rule.sentence, _term(rule), rule.article, rule.standing != "gelezen")


def _term(rule: law.Record) -> str:
    return f"{rule.value} {rule.unit}" if rule.value and rule.unit != "euro" else ""


@telling_in(DUTCH)
def mirror_page(profile: Profile, today: date, *, for_screen: bool = False) -> str:
    """The card as a whole page of HTML; for a screen it carries its own style."""
    frame = "provider/web.html.j2" if for_screen else "page.html.j2"
    return printed(
        "provider/spiegelkaart.html.j2", paper=MirrorCard(profile, today), frame=frame, colour=profile.colour
    )


def mirror_pdf(profile: Profile, today: date) -> bytes:
    """The card as an accessible PDF. Raises LetterMakerUnavailable, LetterFailed."""
    return pdf(mirror_page(profile, today))
