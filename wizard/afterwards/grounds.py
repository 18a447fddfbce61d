"""On what ground the geschilleninstantie is open (Wkkgz art. 21), or why it is not."""

from datetime import date

from wizard import deadlines, law
from wizard.afterwards.answer import CONTENT, RULES, answered, breaks_the_rules
from wizard.choices import Capacity
from wizard.dossier import Dossier
from wizard.standing import standing
from wizard.texts import told
from wizard.triage import wkkgz

DIRECT, REFUSED = "geschil-direct", "geschil-geweigerd"


def grounds(dossier: Dossier, today: date) -> tuple[str, ...]:
    """The law records on which a dispute can rest now (Wkkgz art. 21), the strongest first.

    None under another Act, nor for who may not complain.
    """
    if not deadlines.under_the_act(dossier):
        return ()
    content = dossier.handling.answer_satisfies
    unsatisfied = deadlines.clock_runs(dossier) and answered(dossier) and content is not True
    if dossier.complainant.capacity is Capacity.GEWEIGERDE_VERTEGENWOORDIGER:
        return (REFUSED,) if unsatisfied else ()
    found = []
    if deadlines.clock_runs(dossier):
        if unsatisfied:
            found.append(CONTENT)
        if breaks_the_rules(dossier, today):
            found.insert(0 if content is None else len(found), RULES)
    return (*found, DIRECT) if dossier.handling.direct_reason else tuple(found)


def dispute_ground(dossier: Dossier, today: date) -> str | None:
    """The law record on which the disputes body is open now (Wkkgz art. 21), or None as long as it is not."""
    return next(iter(grounds(dossier, today)), None)


def ground_sentence(dossier: Dossier, today: date) -> str:
    """Why the disputes body is open, as the law record says it; empty while it is not."""
    ground = dispute_ground(dossier, today)
    return law.record(ground, today).sentence if ground else ""


def why_closed(dossier: Dossier, today: date) -> tuple[str, str]:
    """The article and the sentence that say why there is no ground (yet); for when `grounds` has none."""
    if wkkgz(dossier) is False:
        return "", told("Voor deze zorg of hulp geldt een andere wet. Deze geschilleninstantie staat dan niet open.")
    if standing(dossier.complainant).allowed is False:
        article = law.record("geschil-wie", today).article
        return article, told("U kunt dit geschil niet zelf voorleggen. Kijk wie dat wel kan.")
    if answered(dossier) and dossier.handling.answer_satisfies:
        return law.record(CONTENT, today).article, told(
            "U vindt het antwoord goed genoeg. Denkt u daar later anders over? Dan kunt u dat antwoord veranderen."
        )
    refused = dossier.complainant.capacity is Capacity.GEWEIGERDE_VERTEGENWOORDIGER
    rule = law.record(REFUSED if refused else "geschil-wanneer", today)
    return rule.article, rule.sentence
