"""Names of other people: after a title or a relation, a known first name, somebody "van de balie"."""

import re
from collections.abc import Iterator, Set

from wizard.coach.name_words import KIND, Word, Words, name_lists
from wizard.coach.reading import Reading
from wizard.coach.wording import Hit

_CLOSE = re.compile(r"[ .,:(\"]{1,4}+\Z")
_CAPITAL = re.compile("[A-Z]")
_JOIN = re.compile(r"[ .-]{1,3}+\Z")
_DESK = re.compile(r" van (?:de|het|jullie|die) [a-z]")
_AT = re.compile(r"(?<!\w)(?:in|aan|op|naar|bij|uit|langs|nabij)(?: de| het)? ?\Z")
_OF = frozenset({"van", "in", "op", "te", "aan", "bij", "uit", "het"})  # "de arts van Isala"


def name_hits(reading: Reading) -> Iterator[Hit]:
    """Every name of somebody else, one hit a name."""
    text, folded, lists = reading.text, reading.folded, name_lists()
    words = Words(text, folded)
    shouted = len(_CAPITAL.findall(text)) * 5 > len(text) * 2
    after = 0
    present = lists.opens.intersection(word for _, word in reading.words)
    for number, (start, last) in enumerate(words.spans):
        opens = not (text[start].islower() and folded[start:last] not in present)
        if opens and start >= after and (end := _name_end(reading, words, number, shouted)):
            yield Hit(KIND, start, end)
            after = end


def _name_end(reading: Reading, words: Words, number: int, shouted: bool) -> int:
    """Where the name that starts at this word ends; 0 where none does."""
    if words[number].folded in name_lists().title:
        end = _titled(reading, words, number, shouted)
    else:
        end = _family(reading, words, number, shouted) if _starts_name(reading, words, number, shouted) else 0
    if not end or _is_place(reading, words, number) or _is_own(reading, words[number].start):
        return 0
    return end


def _starts_name(reading: Reading, words: Words, number: int, shouted: bool) -> bool:
    """Whether a name without a title starts at this word."""
    lists, word = name_lists(), words[number]
    before = words[number - 1].folded if number else ""
    if word.folded in lists.first:
        return word.capital or before in lists.introduces or _at_desk(reading, word)
    opens = word.start == reading.sentences[reading.sentence_number(word.start)].start
    if word.folded in lists.between and word.capital and not (shouted or opens):  # "volgens De Bruin"
        return _next_in(words, number, lists.family)
    if shouted or not word.capital or word.folded in lists.no_first:
        return False
    if len(word.text) == 1:
        return _initials(reading, words, number)
    if word.folded in lists.first_or_word and _next_in(words, number, lists.family):
        return True
    return not opens and (before in lists.introduces or _at_desk(reading, word))


def _initials(reading: Reading, words: Words, number: int) -> bool:
    """Whether this letter with a point opens a name: "W. Oosterhuis", "M. el Idrissi"."""
    lists = name_lists()
    for place in range(number + 1, min(number + 7, len(words))):
        word, gap = words[place], reading.text[words[place - 1].end : words[place].start]
        if len(words[place - 1].text) == 1 and words[place - 1].capital and gap.rstrip() != ".":
            return False
        if gap.strip() not in ("", "."):
            return False
        initial = len(word.text) == 1 and word.capital
        if not initial and not (word.folded in lists.between and not word.capital):
            return word.capital and len(word.text) > 2 and word.folded not in lists.no_name | lists.title
    return False


def _titled(reading: Reading, words: Words, number: int, shouted: bool) -> int:
    """The end of the name behind a title: initials, tussenvoegsels, then a word with a capital or a known name."""
    lists, end = name_lists(), 0
    strict = words[number].folded in lists.address
    for place in range(number + 1, min(number + 7, len(words))):
        word, gap = words[place], reading.text[words[place - 1].end : words[place].start]
        if (
            not _CLOSE.match(gap)
            or '"' in gap
            or (". " in gap and words[place - 1].folded not in lists.title and len(words[place - 1].text) > 1)
        ):
            break
        initial = len(word.text) == 1 and word.capital and place + 1 < len(words)
        if word.folded in lists.title or initial or (word.folded in lists.between and place + 1 < len(words)):
            continue
        known = word.folded in lists.known or (word.folded in lists.first_or_word and word.capital)
        if not strict and not known and (words[place - 1].folded in _OF or ":" in gap):
            break
        if _is_place(reading, words, place):
            break
        if (not shouted and _can_name(word)) or (known and (strict or word.capital)):
            end = _family(reading, words, place, shouted)
        break
    return end


def _family(reading: Reading, words: Words, number: int, shouted: bool) -> int:
    """The end of a name with the family name behind it, if there is one."""
    lists, end = name_lists(), words[number].end
    for place in range(number + 1, min(number + 5, len(words))):
        word = words[place]
        gap = reading.text[words[place - 1].end : word.start]
        if not _JOIN.match(gap) or _ends_sentence(words[place - 1], gap):
            break
        if word.folded in lists.between and place + 1 < len(words):
            continue
        if (not shouted and _can_name(word)) or word.folded in lists.family:
            end = word.end
            continue
        break
    return end


def _can_name(word: Word) -> bool:
    """Whether a word looks like a name: with a capital, and no abbreviation such as ADHD."""
    short = word.text.isupper() and 1 < len(word.text) < 6
    return word.capital and not short and word.folded not in name_lists().no_name


def _ends_sentence(before: Word, gap: str) -> bool:
    """Whether the point in this gap ends a sentence, and is not that of an initial or a title."""
    return "." in gap and len(before.text) > 2 and before.folded not in name_lists().title


def _next_in(words: Words, number: int, known: Set[str]) -> bool:
    following = [word for word in words.some(number + 1, number + 4) if word.folded not in name_lists().between]
    return bool(following) and following[0].capital and following[0].folded in known


def _at_desk(reading: Reading, word: Word) -> bool:
    return bool(_DESK.match(reading.folded, word.end)) and word.folded not in name_lists().no_first


def _is_place(reading: Reading, words: Words, number: int) -> bool:
    """Whether the word is part of the name of a street, a house, a company or an illness."""
    lists, word = name_lists(), words[number]
    if word.folded in lists.title:
        return _is_brand(words, number)
    first = number
    while first and words[first - 1].capital and _joined(reading, words, first) and number - first < 3:
        first -= 1
    for place in {first, number}:
        earlier = " ".join(part.folded for part in words.some(place - 2, place))
        if earlier.rpartition(" ")[2] in lists.place_before or earlier in lists.place_before:
            return True
    opening = bool(_AT.search(reading.folded, max(0, words[first].start - 12), words[first].start))
    if _names_place(word, opening):
        return True
    for place in range(number + 1, min(number + 5, len(words))):
        part = words[place]
        if not _joined(reading, words, place):
            break
        if _names_place(part, opening or part.folded in lists.place_after):
            return place == number + 1 or part.folded not in lists.known
        if not part.capital and part.folded not in lists.between:
            break
    return False


def _names_place(word: Word, at: bool) -> bool:
    """Whether the word ends like a street or a house. Some endings are those of families too, unless it says "in"."""
    lists = name_lists()
    if word.folded in lists.known or not (word.capital or word.folded in lists.place_after):
        return False
    return word.folded.endswith(lists.place_after) or (at and word.folded.endswith(lists.place_or_family))


def _is_brand(words: Words, number: int) -> bool:
    """Whether a title and the next word are the name of a product or a shop."""
    return " ".join(word.folded for word in words.some(number, number + 2)) in name_lists().brand


def _joined(reading: Reading, words: Words, number: int) -> bool:
    return bool(_JOIN.match(reading.text[words[number - 1].end : words[number].start]))


def _is_own(reading: Reading, start: int) -> bool:
    return reading.folded[max(0, start - 24) : start].rstrip().endswith(name_lists().own)
