"""The remarks on one text, and which of many are the most useful. Nothing here changes a text."""

import hashlib
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from wizard.coach.names import name_hits
from wizard.coach.numbers import number_hits
from wizard.coach.reading import Reading
from wizard.coach.rules import listed, rules
from wizard.coach.wording import Hit, Spans, hits

LONG_SENTENCE = "lang"
OTHER_LANGUAGE = "andere-taal"
_LETTER = re.compile(r"[^\W\d_]")
_STRANGE = re.compile(r"[^\W\d_\u0000-\u024f]")
ENOUGH_WORDS = 5  # fewer say too little about which language it is


@dataclass(frozen=True)
class Remark:
    """One remark: what kind, which characters of the text it marks, why, and how to mend it.

    `field`: where in the point or the dossier the text stands, as a dotted path; empty for a text by itself.
    `id` stays the same as long as the marked words do, so that a screen can keep what somebody wants to leave as it is.
    """

    kind: str
    start: int
    end: int
    reason: str
    mend: str
    id: str
    field: str = ""

    @property
    def rank(self) -> int:
        """1 for what matters most."""
        return rules()[self.kind].rank

    def at(self, field: str) -> "Remark":
        """The same remark, on a text that stands in this field."""
        return replace(self, field=f"{field}.{self.field}" if self.field else field)


def remark(text: str, hit: Hit) -> Remark:
    """A hit in a text with its reason and mend."""
    rule = rules()[hit.kind]
    marked = " ".join(text[hit.start : hit.end].lower().split())
    name = hashlib.blake2s(f"{hit.kind}\n{marked}".encode("utf-8", "replace"), digest_size=8).hexdigest()
    return Remark(hit.kind, hit.start, hit.end, rule.reason, rule.mend, f"{hit.kind}-{name}")


def remarks(text: str) -> list[Remark]:
    """Every remark on one text, in its order. In another language than Dutch: only that it is."""
    reading = Reading(text)
    if is_other_language(reading):
        return [remark(text, Hit(OTHER_LANGUAGE, 0, len(text)))]
    return [remark(text, hit) for hit in sorted(_without_doubles(_all(reading)), key=lambda hit: (hit.start, hit.kind))]


def _all(reading: Reading) -> Iterator[Hit]:
    yield from hits(reading)
    yield from number_hits(reading.folded)
    yield from name_hits(reading)
    most = rules()[LONG_SENTENCE].most
    for sentence in reading.sentences:
        if sentence.words > most:
            yield Hit(LONG_SENTENCE, sentence.start, len(reading.text[: sentence.end].rstrip()))


# What explains a find better: a birth date is no telephone number, mevrouw De Boer is not "a woman".
FULLER = {
    "bsn": ("iban", "telefoon", "geboortedatum"),
    "telefoon": ("iban", "geboortedatum", "e-mail"),
    "naam": ("e-mail",),
    "vage-persoon": ("naam",),
}


def _without_doubles(found: Iterable[Hit]) -> Iterator[Hit]:
    """Without finds that a fuller one covers in part."""
    kept = sorted(set(found))
    for kind, others in FULLER.items():
        covered = Spans((hit.start, hit.end) for hit in kept if hit.kind in others)
        kept = [hit for hit in kept if hit.kind != kind or not covered.touch((hit.start, hit.end))]
    yield from kept


def is_other_language(reading: Reading) -> bool:
    """Whether the text is clearly not Dutch: another script, or the small words of another language and not ours."""
    if not reading.folded.isascii():
        letters, strange = len(_LETTER.findall(reading.folded)), len(_STRANGE.findall(reading.folded))
        if letters > ENOUGH_WORDS and strange * 2 > letters:
            return True
    if len(reading.words) < ENOUGH_WORDS:
        return False
    dutch, other = listed(OTHER_LANGUAGE, "nederlands"), listed(OTHER_LANGUAGE, "anders")
    ours = sum(word in dutch for _, word in reading.words)
    theirs = sum(word in other for _, word in reading.words)
    return theirs > 1 and theirs > ours * 2 and theirs * 5 >= len(reading.words)


def most_useful(found: Iterable[Remark], number: int = 3, left: Collection[str] = ()) -> list[Remark]:
    """The remarks to show first, without those whose id somebody left as it is; one of a kind before a second one."""
    seen: dict[str, int] = {}
    order: list[tuple[int, int, int, Remark]] = []
    for one in found:
        if one.id not in left:
            seen[one.kind] = seen.get(one.kind, -1) + 1
            order.append((seen[one.kind], one.rank, len(order), one))
    return [one for *_, one in sorted(order, key=lambda entry: entry[:3])][:number]
