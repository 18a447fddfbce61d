"""Before the geschilleninstantie: is it open, on which ground, until when, who may go, what it costs and can award.

What is not known of a body is said to be unknown, with where to ask. Whether somebody is let in, the body decides.
"""

from dataclasses import dataclass
from datetime import date

from wizard import bodies, deadlines, law, triage
from wizard.afterwards.answer import CONTENT, answered, has_complained, is_overdue, late_with_care
from wizard.afterwards.grounds import DIRECT, REFUSED, grounds, why_closed
from wizard.bodies import DisputesBody
from wizard.choices import Capacity, WishKind
from wizard.dossier import Dossier
from wizard.moments import in_words, with_weekday
from wizard.procedures import Procedure
from wizard.receipt import is_dated
from wizard.standing import standing
from wizard.texts import marked, told


@dataclass(frozen=True)
class Window:
    """Until when this body can be asked. `last_day` is None where we do not know; `passed` is then None too."""

    last_day: date | None
    passed: bool | None
    months: int | None
    first_complaint: date | None
    explanation: tuple[str, ...]


@dataclass(frozen=True)
class Fact:
    """Something about the body or the road to it: known or not, in a sentence, with the article where there is one."""

    known: bool
    sentence: str
    article: str = ""


@dataclass(frozen=True)
class Admission:
    """Whether a dispute can be brought now, and all that somebody wants to know before they do.

    `open` is True when there is a ground, the body's window is not known to be over, and it did not decide yet.
    `ground` is the law record it rests on ("" while there is none), `grounds` all of them; `article` and `sentence`
    say why it is open, or why it is not. `road` is the internal road: `known` False where it was not walked.
    """

    open: bool
    ground: str
    grounds: tuple[str, ...]
    article: str
    sentence: str
    road: Fact
    window: Window
    may_bring: bool | None
    who: tuple[Fact, ...]
    body: DisputesBody
    body_fact: Fact
    fee: Fact
    award: tuple[Fact, ...]
    ruling: tuple[Fact, ...]
    bring: tuple[str, ...]

    @property
    def unknown(self) -> tuple[str, ...]:
        """What we do not know about this body, each with where to ask."""
        window = () if self.window.months else self.window.explanation
        return (*(fact.sentence for fact in (self.body_fact, self.fee) if not fact.known), *window)


def dispute(dossier: Dossier, procedure: Procedure, today: date) -> Admission:
    """All that is known about bringing this dispute today."""
    if triage.wkkgz(dossier) is False:
        return _under_another_act(dossier, today)
    found = grounds(dossier, today)
    body = disputes_body(dossier, procedure)
    limit = window(dossier, body, today)
    article, sentence = _why(dossier, found, limit, today)
    return Admission(
        open=bool(found) and not limit.passed and dossier.handling.ruling_on is None,
        ground=found[0] if found else "",
        grounds=found,
        article=article,
        sentence=sentence,
        road=_road(dossier, today),
        window=limit,
        may_bring=standing(dossier.complainant).allowed,
        who=_who(dossier, today),
        body=body,
        body_fact=_body(body, today),
        fee=_fee(body),
        award=_award(dossier, today),
        ruling=tuple(_rule(name, today) for name in ("uitspraak", "uitspraak-spoed", "bindend-advies")),
        bring=_bring(dossier, found),
    )


def _under_another_act(dossier: Dossier, today: date) -> Admission:
    """Closed, and nothing to say of a body, its window, or what it can do."""
    article, sentence = why_closed(dossier, today)
    nothing = Fact(True, "")
    return Admission(
        open=False,
        ground="",
        grounds=(),
        article=article,
        sentence=sentence,
        road=Fact(False, ""),
        window=Window(None, None, None, None, ()),
        may_bring=standing(dossier.complainant).allowed,
        who=(),
        body=bodies.unknown(told("de geschilleninstantie"), named=False),
        body_fact=nothing,
        fee=nothing,
        award=(),
        ruling=(),
        bring=(),
    )


def disputes_body(dossier: Dossier, procedure: Procedure) -> DisputesBody:
    """The body that the client named, else the procedure's. Of a body that we do not know, we claim nothing."""
    own, given = procedure.disputes_body, dossier.dispute.body_name.strip()
    if not given or bodies.normal(given) == bodies.normal(own.name):
        return own
    return bodies.body(given) or bodies.unknown(given)


def window(dossier: Dossier, body: DisputesBody, today: date) -> Window:
    """Until when the dispute can be brought, counted from the first written complaint; measured at the submission."""
    filed = deadlines.first_complaint(dossier)
    limit = deadlines.geschil_uiterlijk(filed, body) if filed else None
    if body.window_months is None:
        unknown = told("Wij weten niet tot wanneer het kan.")
        return Window(None, None, None, filed, (unknown, told(body.window_note)))
    if limit is None:
        ask = told(
            "Wij kunnen de laatste dag nog niet berekenen. Vul in wanneer u voor het eerst schriftelijk klaagde."
        )
        return Window(None, None, body.window_months, None, (ask, told(body.window_note)))
    measured = dossier.handling.dispute_submitted_on or today
    return Window(limit.day, limit.is_late(measured), body.window_months, filed, limit.explanation)


def _why(dossier: Dossier, found: tuple[str, ...], limit: Window, today: date) -> tuple[str, str]:
    if not found:
        return why_closed(dossier, today)
    if ruled := dossier.handling.ruling_on:
        decided = told("De geschilleninstantie deed uitspraak op {day}.", day=in_words(ruled))
        return law.record("bindend-advies", today).article, decided
    if limit.passed and limit.last_day:
        rule = law.record("bedragen-en-termijn-instantie", today)
        day = with_weekday(limit.last_day)
        was = told("De laatste dag voor deze instantie was {day}.", day=day)
        still = told("De laatste dag voor deze instantie is {day}.", day=day)
        ask = told("Vraag de instantie of zij uw geschil toch wil behandelen.")
        return rule.article, f"{was if limit.last_day < today else still} {ask}"
    rule = law.record(found[0], today)
    return rule.article, rule.sentence


def _road(dossier: Dossier, today: date) -> Fact:
    article = law.record("schriftelijk", today).article
    if deadlines.clock_runs(dossier) and answered(dossier):
        return Fact(True, told("U klaagde bij de zorgaanbieder en kreeg antwoord."), article)
    if is_overdue(dossier, today):
        late = told("U klaagde bij de zorgaanbieder en het antwoord is te laat.")
        return Fact(True, f"{late} {late_with_care(dossier, today)}".strip(), article)
    if dossier.handling.direct_reason:
        return Fact(False, law.record(DIRECT, today).sentence, law.record(DIRECT, today).article)
    due = deadlines.awaited(dossier, today) if is_dated(dossier) else None
    if due:
        text = marked("De zorgaanbieder heeft nog tijd om te antwoorden, tot en met {day}.")
        return Fact(False, told(text, day=with_weekday(due.day)))
    if has_complained(dossier) and deadlines.clock_runs(dossier):
        return Fact(False, told("U wacht nog op het antwoord van de zorgaanbieder."), article)
    return Fact(False, told("U klaagde nog niet schriftelijk bij de zorgaanbieder. Dat komt meestal eerst."), article)


def _who(dossier: Dossier, today: date) -> tuple[Fact, ...]:
    found = standing(dossier.complainant)
    names = ["geschil-wie", found.rule]
    if dossier.complainant.capacity is Capacity.GEMACHTIGDE:
        names = ["geschil-wie", "geschil-gemachtigde"]
    elif dossier.complainant.capacity is Capacity.GEWEIGERDE_VERTEGENWOORDIGER:
        names = [REFUSED]
    elif found.rule == "wie-mag-klagen":
        names = ["geschil-wie"]
    return tuple(_rule(name, today) for name in names)


def _body(body: DisputesBody, today: date) -> Fact:
    rule = law.record("aansluiting", today)
    if body.named:
        name = told("De geschilleninstantie is {name}.", name=body.name)
        check = told("Vraag de zorgaanbieder of hij hierbij is aangesloten.")
        return Fact(True, f"{name} {check} {rule.sentence}", rule.article)
    unknown = told("Wij weten niet bij welke geschilleninstantie dit hoort.")
    where = told("Vraag het de zorgaanbieder, of kijk in het register: {url}.", url=law.sources()[bodies.REGISTER].url)
    return Fact(False, f"{unknown} {where} {rule.sentence}", rule.article)


def _fee(body: DisputesBody) -> Fact:
    costs = told("Het kost u {fee}.", fee=told(body.fee)) if body.fee else told("Wij weten niet wat het kost.")
    return Fact(bool(body.fee), f"{costs} {told(body.fee_note)}".strip())


def _award(dossier: Dossier, today: date) -> tuple[Fact, ...]:
    rule = law.record("schadevergoeding", today)
    facts = [Fact(True, rule.sentence, rule.article)]
    asked = max((wish.amount or 0 for wish in dossier.wishes), default=0)
    if asked > rule.amount:
        facts.append(
            Fact(False, told("U vraagt meer dan dat. Vraag de instantie of dat kan, of vraag eerst juridische hulp."))
        )
    return tuple(facts)


def _bring(dossier: Dossier, found: tuple[str, ...]) -> tuple[str, ...]:
    who = dossier.complainant.capacity
    damages = any(wish.kind is WishKind.SCHADEVERGOEDING for wish in dossier.wishes)
    wanted = {
        marked("Uw klacht aan de zorgaanbieder, met de dag waarop u die verstuurde."): True,
        marked("Het bewijs dat de klacht is aangekomen, zoals de bevestiging."): True,
        marked("De berichten van de zorgaanbieder over meer tijd."): bool(dossier.handling.extension_notice_on),
        marked("Het antwoord van de zorgaanbieder."): answered(dossier),
        marked("In uw eigen woorden: wat het antwoord niet oplost."): CONTENT in found,
        marked("In uw eigen woorden: waarom u niet eerst bij de zorgaanbieder kon klagen."): DIRECT in found,
        marked("Kopieën van de stukken die bij uw klacht horen. Stuur geen originelen."): True,
        marked("Rekeningen en andere bewijzen van uw schade."): damages,
        marked("De machtiging van de cliënt."): who is Capacity.GEMACHTIGDE,
        marked("Een stuk waaruit blijkt dat u de cliënt vertegenwoordigt."): who is Capacity.VERTEGENWOORDIGER,
    }
    return tuple(told(words) for words, applies in wanted.items() if applies)


def _rule(name: str, today: date) -> Fact:
    rule = law.record(name, today)
    return Fact(True, rule.sentence, rule.article)
