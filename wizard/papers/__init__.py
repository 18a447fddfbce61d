"""Every document that can come out of a dossier: which make sense now, what each still lacks, and its page of HTML."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from wizard import documents
from wizard.documents import Gap, printed
from wizard.dossier import Dossier
from wizard.errors import LetterStopped, UnknownDocument
from wizard.papers import occasions, paper_gaps
from wizard.papers.date_card import DateCard
from wizard.papers.sheets import Cover, IntakeSheet, Lacking, LookbackSheet, TalkCard, agreements
from wizard.papers.short_letters import AuthorisationForm, ExtensionReaction, FileCopyRequest, Reminder
from wizard.papers.submission import Submission
from wizard.procedures import Procedure
from wizard.texts import DUTCH, marked, telling_in, told

COVER = "nog-niet-ingevuld"
COVER_TITLE = marked("Nog niet ingevuld")
COVER_PURPOSE = marked("Een lijst van wat er in uw papieren nog ontbreekt. Die stuurt u niet mee.")

_Maker = Callable[[Dossier, Procedure, date], str]


@dataclass(frozen=True)
class Paper:
    """One document: its name and what it is for in Dutch, when it makes sense, what it lacks, and how it is made."""

    id: str
    title: str
    purpose: str
    why_not: Callable[[Dossier, Procedure, date], str]
    gaps: Callable[[Dossier, Procedure, date], Iterable[Gap]]
    make: _Maker


@dataclass(frozen=True)
class Offer:
    """A document as it stands for this dossier, told; `why_not` says in one sentence why it does not apply."""

    id: str
    title: str
    purpose: str
    why_not: str
    gaps: tuple[Gap, ...]

    @property
    def applies(self) -> bool:
        """Whether the document makes sense now."""
        return not self.why_not

    @property
    def can_be_made(self) -> bool:
        """Whether it makes sense and nothing stops it."""
        return self.applies and not any(gap.stops for gap in self.gaps)


def offers(dossier: Dossier, procedure: Procedure, today: date) -> list[Offer]:
    """Every document in the order of the road, also those that do not apply, and last the cover sheet."""
    found = [_offer(paper, dossier, procedure, today) for paper in PAPERS]
    nothing = "" if any(offer.gaps for offer in found) else told("Alles is ingevuld.")
    return [*found, Offer(COVER, told(COVER_TITLE), told(COVER_PURPOSE), nothing, ())]


@telling_in(DUTCH)
def page(name: str, dossier: Dossier, procedure: Procedure, today: date) -> str:
    """One document as a whole page of HTML, in Dutch. Raises UnknownDocument, and LetterStopped with what it lacks."""
    found = {offer.id: offer for offer in offers(dossier, procedure, today)}
    if name not in found:
        raise UnknownDocument(name, list(found))
    offer = found[name]
    if not offer.applies:
        raise LetterStopped([], offer.why_not)
    if stops := [gap for gap in offer.gaps if gap.stops]:
        raise LetterStopped([gap.id for gap in stops], " ".join(gap.message for gap in stops))
    if name == COVER:
        return _cover(found.values())
    return next(paper for paper in PAPERS if paper.id == name).make(dossier, procedure, today)


def _offer(paper: Paper, dossier: Dossier, procedure: Procedure, today: date) -> Offer:
    why_not = paper.why_not(dossier, procedure, today)
    gaps = () if why_not else tuple(sorted(paper.gaps(dossier, procedure, today), key=lambda gap: not gap.stops))
    return Offer(paper.id, told(paper.title), told(paper.purpose), why_not, gaps)


def _cover(found: Iterable[Offer]) -> str:
    rows = [Lacking(offer.title, tuple(gap.message for gap in offer.gaps)) for offer in found if offer.gaps]
    return printed("nog-niet-ingevuld.html.j2", paper=Cover(tuple(rows)))


def _complaint_gaps(dossier: Dossier, _procedure: Procedure, _today: date) -> Iterable[Gap]:
    return documents.gaps(dossier)


def _complaint_letter(dossier: Dossier, procedure: Procedure, today: date) -> str:
    return documents.html(documents.letter(dossier, procedure, today))


def _agreements(dossier: Dossier, _procedure: Procedure, _today: date) -> str:
    return printed("afspraken.html.j2", paper=agreements(dossier))


def _with(context: Callable[[Dossier, Procedure, date], object], template: str) -> _Maker:
    def make(dossier: Dossier, procedure: Procedure, today: date) -> str:
        return printed(template, paper=context(dossier, procedure, today))

    return make


PAPERS = (
    Paper(
        "gesprekskaart",
        marked("Gesprekskaart"),
        marked("Hiermee bereidt u een gesprek met de zorgaanbieder voor."),
        occasions.talk,
        paper_gaps.talk,
        _with(TalkCard, "gesprekskaart.html.j2"),
    ),
    Paper(
        "intakeblad",
        marked("Blad voor wie u helpt"),
        marked("Eén bladzijde voor wie u helpt, zodat u niet alles opnieuw hoeft te vertellen."),
        occasions.intake,
        paper_gaps.intake,
        _with(IntakeSheet, "intakeblad.html.j2"),
    ),
    Paper(
        "klachtbrief",
        marked("Klachtbrief"),
        marked("De brief waarin u de zorgaanbieder om een oordeel vraagt."),
        occasions.formal_letter,
        _complaint_gaps,
        _complaint_letter,
    ),
    Paper(
        "eerst-informeel",
        marked("Brief: eerst een gesprek"),
        marked("De brief waarin u de zorgaanbieder eerst om een gesprek vraagt."),
        occasions.first_informally,
        _complaint_gaps,
        _complaint_letter,
    ),
    Paper(
        "machtiging",
        marked("Machtiging"),
        marked("Hiermee geeft de cliënt een ander toestemming om namens hem of haar te klagen."),
        occasions.authorisation,
        paper_gaps.authorisation,
        _with(AuthorisationForm, "machtiging.html.j2"),
    ),
    Paper(
        "dossierafschrift",
        marked("Verzoek om een kopie van het dossier"),
        marked("De brief waarin u de zorgaanbieder om een kopie van het medisch dossier vraagt."),
        occasions.file_copy,
        paper_gaps.file_copy,
        _with(FileCopyRequest, "dossierafschrift.html.j2"),
    ),
    Paper(
        "herinnering",
        marked("Herinnering"),
        marked("De brief waarin u om een antwoord vraagt dat er al had moeten zijn."),
        occasions.reminder,
        paper_gaps.reminder,
        _with(Reminder, "herinnering.html.j2"),
    ),
    Paper(
        "reactie-verlenging",
        marked("Reactie op de vraag om langer te wachten"),
        marked("De brief waarin u zegt of u het goed vindt om langer op antwoord te wachten."),
        occasions.extension,
        paper_gaps.extension,
        _with(ExtensionReaction, "reactie-verlenging.html.j2"),
    ),
    Paper(
        "afspraken",
        marked("Blad voor afspraken"),
        marked("Een leeg blad dat u en de zorgaanbieder na een gesprek samen invullen en ondertekenen."),
        occasions.agreements,
        paper_gaps.agreements,
        _agreements,
    ),
    Paper(
        "geschil",
        marked("Brief aan de geschilleninstantie"),
        marked("Hiermee legt u het geschil voor aan de geschilleninstantie."),
        occasions.dispute,
        paper_gaps.dispute,
        _with(Submission, "geschil.html.j2"),
    ),
    Paper(
        "datumkaart",
        marked("Datumkaart"),
        marked("De datums die u kunt verwachten, op één bladzijde."),
        occasions.dates,
        paper_gaps.dates,
        _with(DateCard, "datumkaart.html.j2"),
    ),
    Paper(
        "terugblik",
        marked("Terugblik"),
        marked("Hoe de behandeling van uw klacht ging. Dit blad is voor uzelf."),
        occasions.lookback,
        paper_gaps.lookback,
        _with(LookbackSheet, "terugblik.html.j2"),
    ),
)
