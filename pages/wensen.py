"""What the person hopes for: several things at once, each with their own words to it."""

from wizard import law, triage
from wizard.choices import Care, WishKind
from wizard.dossier import Wish
from wizard.texts import words
from wizard.ui import fields, frame, parts, session

ABOUT_THE_FILE = (WishKind.DOSSIER_AANPASSEN, WishKind.DOSSIER_AFSCHRIFT)


def wish(kind: WishKind) -> None:
    """One wish: a box, and when it is ticked room for more."""
    label = words(f"choices.wish.{kind}")
    held = next((wish for wish in session.dossier().wishes if wish.kind is kind), None)
    fields.tick(f"f_wishes__{kind}", label, held is not None, lambda ticked: choose(kind, ticked))
    if held is None:
        return
    if triage.wkkgz(session.dossier()) is not False:  # another law has other steps
        parts.say(f"pages.wensen.step.{kind}")
    if kind in ABOUT_THE_FILE and not about_privacy():
        keep_the_file()
    fields.area(f"wishes.{kind}.detail", height=100, label=words("fields.wishes.detail", wish=label), coached=True)
    if kind is WishKind.SCHADEVERGOEDING:
        damages(held)


def about_privacy() -> bool:
    """Whether the whole complaint is about the client's data; then what to know of the file stands above all."""
    return session.dossier().situation.care is Care.PRIVACY


def keep_the_file() -> None:
    """That the file is needed as long as the complaint runs."""
    parts.show("rule", record=law.record("dossier-bewaren", session.today()))


def choose(kind: WishKind, ticked: bool) -> None:
    """Add or drop a wish, keeping the order of the list and what was written with the others."""
    held = {wish.kind: wish for wish in session.dossier().wishes}
    if ticked:
        held[kind] = Wish(kind=kind)
    else:
        held.pop(kind, None)
    session.answer("wishes", [held[kind] for kind in WishKind if kind in held])


def damages(held: Wish) -> None:
    """The amount, and where a high one can be asked."""
    parts.say("pages.wensen.damages")
    fields.amount(f"wishes.{held.kind}.amount", words("fields.wishes.amount"), words("fields.wishes.amount_hint"))
    rule = law.record("schadevergoeding", session.today())
    if (held.amount or 0) > rule.amount:
        parts.note(f"{words('pages.wensen.high')} {rule.sentence}", "warning")
        frame.referrals(["letselschade"], "pages.wie.cards")


with frame.page("wensen", review=True):
    if about_privacy():
        keep_the_file()
    for each in WishKind:
        wish(each)
