"""Whether our own data files are right: every file that is not, with each of its mistakes, said once."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain
from typing import get_args

from wizard import bodies, feestdagen, law, texts, triage
from wizard.afterwards import actions
from wizard.coach import rules
from wizard.errors import InvalidData


def broken(*, phrases: bool = False) -> list[InvalidData]:
    """What is wrong with our files beside the procedures, which say so themselves, as the profiles do.

    `phrases`: read each phrase of the coach too, which takes seconds.
    """
    readers = (law.sources, law.records, law.complete, feestdagen.decrees, triage.referrals, bodies.bodies)
    found = once(_failed((*readers, actions.entries, texts.all_words)), texts.broken(), rules.broken())
    return once(found, _failed(partial(rules.index, scope) for scope in get_args(rules.Scope))) if phrases else found


def once(*found: Iterable[InvalidData]) -> list[InvalidData]:
    """Each of these once: a file that others stand on is found broken with each of them."""
    return list({str(error): error for error in chain(*found)}.values())


def _failed(readers: Iterable[Callable[[], object]]) -> Iterator[InvalidData]:
    for read in readers:
        try:
            read()
        except InvalidData as error:
            yield error
