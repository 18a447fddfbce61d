"""Which page comes before and after which, for this person; and where a cold link leads. No Streamlit in here."""

from typing import Literal

from wizard import documents, triage
from wizard.choices import Stage
from wizard.dossier import Dossier
from wizard.procedures import Procedure
from wizard.standing import standing

Goal = Literal["brief", "stappen", "beide"]

EXTRA = ("geprobeerd", "wensen", "verzenden")
LETTER = ("zorgaanbieder", "klacht", *EXTRA, "gegevens")
AFTER = ("termijnen", "antwoord", "bemiddeling", "geschil", "papieren", "terugblik")
PHASES = {
    "situatie": ("start", "spoed", "zorg", "wie"),
    "stappen": ("stappen", "gesprek", "machtiging"),
    "klacht": LETTER,
    "brief": ("controle", "brief"),
    "daarna": AFTER,
}
REVIEWED = (*PHASES["situatie"], *LETTER, "termijnen")
PAGES = (*(page for pages in PHASES.values() for page in pages), "over")
# Where a page beside the road leads back to: where somebody came from if that is one of these, else to its own home.
RETURNS = ("wie", "stappen", "controle", "brief", "termijnen", "papieren")
HOME = {"gesprek": "stappen", "machtiging": "stappen", "termijnen": "stappen"}
MENDED_ON = {"hurry": "spoed", "care": "zorg", "complainant": "wie", "jeugdwet": "wie"}
LATE = (Stage.INGEDIEND, Stage.ANTWOORD)


def road(dossier: Dossier, procedure: Procedure, goal: Goal) -> tuple[str, ...]:
    """The pages of this person, in order."""
    first = ("zorg", "spoed") if procedure.care.ask_law_first else ("spoed", "zorg")
    situation = ("start", *first, "wie")
    if standing(dossier.complainant).allowed is False:
        return (*situation, "stappen")
    letter = (*LETTER, "controle", "brief")
    if goal == "brief":
        return (*situation, *letter, "termijnen")
    if goal == "beide":
        return (*situation, "stappen", *letter, "termijnen")
    return (*situation, "termijnen", "stappen") if dossier.situation.stage in LATE else (*situation, "stappen")


def after(slug: str, dossier: Dossier, procedure: Procedure, goal: Goal) -> str | None:
    """The next page, or None at the end of the road and beside it."""
    pages = road(dossier, procedure, goal)
    return pages[pages.index(slug) + 1] if slug in pages[:-1] else None


def before(slug: str, dossier: Dossier, procedure: Procedure, goal: Goal) -> str | None:
    """The page before, or None at the start and beside the road."""
    pages = road(dossier, procedure, goal)
    return pages[pages.index(slug) - 1] if slug in pages[1:] else None


def home(slug: str, came: str) -> str:
    """Where a page beside the road leads back to, so that nobody goes round in circles between sisters."""
    if slug not in (*AFTER, *HOME) or came in RETURNS:
        return came
    return HOME.get(slug, "termijnen")


def count(slug: str, dossier: Dossier, procedure: Procedure, goal: Goal) -> tuple[int, int] | None:
    """Which screen this is of how many on the shortest road; None beside that."""
    pages = [page for page in road(dossier, procedure, goal) if page not in (*EXTRA, "gegevens")]
    if goal != "stappen":
        pages = [page for page in pages if page != "termijnen"]
    return (pages.index(slug) + 1, len(pages)) if slug in pages else None


def phase(slug: str) -> str | None:
    """The part of the road that a page belongs to."""
    return next((name for name, pages in PHASES.items() if slug in pages), None)


def is_blank(dossier: Dossier) -> bool:
    """Whether nothing was answered yet; the procedure and the provider may come from a link."""
    return dossier == Dossier(procedure=dossier.procedure, provider=dossier.provider)


def is_warned(dossier: Dossier, procedure: Procedure) -> bool:
    """Whether somebody who goes on does so past advice to look elsewhere first."""
    return bool(triage.outcome(dossier, procedure).referrals)


def stops(dossier: Dossier) -> list[documents.Gap]:
    """What keeps the letter from being made."""
    return [gap for gap in documents.gaps(dossier) if gap.stops]


def allowed(slug: str, dossier: Dossier, procedure: Procedure) -> str:
    """The page itself, or the first one that must come before it."""
    if slug in ("start", "over", "spoed", "zorg"):
        return slug
    if is_blank(dossier):
        return "start"
    return _triage_first(slug, dossier, procedure) or _letter_first(slug, dossier) or slug


def _triage_first(slug: str, dossier: Dossier, procedure: Procedure) -> str | None:
    for question in triage.open_questions(dossier, procedure):
        if MENDED_ON[question] != slug:
            return MENDED_ON[question]
        return None
    return None


def _letter_first(slug: str, dossier: Dossier) -> str | None:
    if slug not in (*LETTER, "controle", "brief"):
        return None
    if standing(dossier.complainant).allowed is False:
        return "wie"
    return "controle" if slug == "brief" and stops(dossier) else None


def placed(dossier: Dossier, path: str) -> str:
    """A path with the place of a wish in the list for its kind: wishes.uitleg.detail becomes wishes.0.detail.

    Fields go by the kind, so that what is typed lands with its own wish, also when another one was just dropped.
    """
    name, _, rest = path.partition(".")
    kind, _, field = rest.partition(".")
    if name != "wishes" or not field:
        return path
    return f"wishes.{[wish.kind.value for wish in dossier.wishes].index(kind)}.{field}"


def key(path: str) -> str:
    """The widget key of a dotted path."""
    return f"f_{path.replace('.', '__')}"
