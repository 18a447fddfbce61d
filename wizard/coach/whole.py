"""Remarks on a whole point and a whole letter, and the look-over for what is nobody's business."""

import re
from collections.abc import Iterator

from wizard.choices import Capacity
from wizard.coach.numbers import policy_hits
from wizard.coach.reading import Reading
from wizard.coach.remarks import OTHER_LANGUAGE, Remark, is_other_language, remark, remarks
from wizard.coach.rules import Ground, rules, word_index
from wizard.coach.wording import Hit, hits
from wizard.dossier import Dossier, Point

PRIVATE = ("bsn", "iban", "telefoon", "e-mail", "geboortedatum", "naam", "bemiddeling")
TOLD, FELT, HOPED = "what_happened", "consequence", "expected"
# What should have happened has no day and no one who did it, and may say "always".
FACTS_ONLY = ("absoluut", "lijdend", "vage-persoon", "vage-tijd", "vraag")
_PARAGRAPH = re.compile(r"[^\n]++(?:\n[^\n]++)*+")
_OWN_PEOPLE = ("mijn", "m'n", "onze", "ons")


def point_remarks(point: Point) -> list[Remark]:
    """The remarks on a point: on its words, in the light of when and who it says elsewhere, and on it as a whole.

    `field` says in which of its texts the mark lies; a remark on the whole marks the first sentence.
    """
    told = [one.at(TOLD) for one in remarks(point.what_happened)] + [one.at(FELT) for one in remarks(point.consequence)]
    if any(one.kind == OTHER_LANGUAGE for one in told):
        return [one for one in told if one.kind == OTHER_LANGUAGE]
    known = {"vage-tijd": point.when.known, "vage-persoon": bool(point.who), "lijdend": bool(point.who)}
    hoped = [one.at(HOPED) for one in remarks(point.expected) if one.kind not in FACTS_ONLY]
    return [one for one in told if not known.get(one.kind)] + hoped + [one.at(TOLD) for one in _on_the_whole(point)]


def _on_the_whole(point: Point) -> Iterator[Remark]:
    text = point.what_happened
    reading = Reading(text)
    if not reading.words:
        return
    found = hits(reading, "punt")
    present = {hit.kind for hit in found}
    given = {
        "zonder-datum": point.when.known,
        "zonder-plaats": bool(point.where),
        "zonder-persoon": bool(point.who) or any(one.kind == "naam" for one in remarks(text)),
        "zonder-gevolg": bool(point.consequence),
    }
    first = reading.sentences[0]
    for kind, elsewhere in given.items():
        if not elsewhere and kind not in present:
            yield remark(text, Hit(kind, first.start, len(text[: first.end].rstrip())))
    for hit in found:
        if not rules()[hit.kind].missing and (hit.kind != "twee-klachten" or hit.start > first.start):
            yield remark(text, hit)
    yield from (remark(text, hit) for hit in _long_paragraphs(text))


def _long_paragraphs(text: str) -> Iterator[Hit]:
    for found in _PARAGRAPH.finditer(text):
        if len(found[0].split()) > rules()["lange-alinea"].most:
            yield Hit("lange-alinea", *found.span())


def letter_remarks(dossier: Dossier) -> list[Remark]:
    """The remarks on the letter as a whole; `field` is the dotted path of what it is about."""
    long = sum(len(text.split()) for _, text in texts(dossier)) > rules()["te-lang"].most
    found = [remark("", Hit("te-lang", 0, 0)).at("points")] if long else []
    grounds = rules()["wens-zonder-grond"].grounds
    for number, wish in enumerate(dossier.wishes if dossier.points else ()):
        if wish.kind in grounds and not any(_follows(grounds[wish.kind], point) for point in dossier.points):
            found.append(remark(wish.kind, Hit("wens-zonder-grond", 0, len(wish.kind))).at(f"wishes.{number}"))
    return found


def _follows(ground: Ground, point: Point) -> bool:
    if point.category in ground.categories or (ground.consequence and point.consequence):
        return True
    reading = Reading(f"{point.what_happened}\n{point.consequence}\n{point.expected}")
    held = word_index(ground.words)
    return any(held.searched(reading.folded, reading.words).find(lambda _: held.numbers[None]))


def privacy(dossier: Dossier) -> list[Remark]:
    """What in the letter gives somebody away or is secret, each with the path of its field; own names are left out."""
    own = {name.lower() for name in (dossier.sender.name, dossier.complainant.client_name) if name}
    parts = {part for name in own for part in re.findall(r"\w{3,}", name)}
    return [
        one.at(path)
        for path, text in texts(dossier)
        for one in _private(dossier, text)
        if one.kind != "naam" or not set(re.findall(r"\w{3,}", text[one.start : one.end].lower())) & parts
    ]


def _private(dossier: Dossier, text: str) -> Iterator[Remark]:
    reading = Reading(text)
    yield from (one for one in remarks(text) if one.kind in PRIVATE)
    if is_other_language(reading):
        return
    yield from (remark(text, hit) for hit in policy_hits(reading.folded))
    for hit in hits(reading, "privacy"):
        # Who complains for somebody has to write about that person's health.
        spoken_for = dossier.complainant.capacity not in (None, Capacity.CLIENT)
        if not (spoken_for and reading.folded.startswith(_OWN_PEOPLE, hit.start)):
            yield remark(text, hit)


def texts(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Every free text that a letter prints, with its dotted path."""
    for number, point in enumerate(dossier.points):
        yield from (
            (f"points.{number}.{field}", getattr(point, field)) for field in ("who", "where", TOLD, FELT, HOPED)
        )
    yield from ((f"events.{number}.what", event.what) for number, event in enumerate(dossier.events))
    yield from ((f"wishes.{number}.detail", wish.detail) for number, wish in enumerate(dossier.wishes))
    yield "tried.talk.outcome", dossier.tried.talk.outcome
