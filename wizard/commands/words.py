"""The command `words`: what a language lacks, ready to fill in, and what it has too much or broken."""

import json
from argparse import Namespace

from wizard import catalogue, texts
from wizard.commands import given
from wizard.errors import UsageError


def add_words(command: given.Command) -> None:
    """Add it to the commands of `python -m wizard`."""
    words = command("words", show_words, "what a language lacks, as lines to fill in for its file; exit 1 on any")
    words.add_argument("language", metavar="LANGUAGE", help=" ".join(texts.codes()))


def show_words(options: Namespace) -> int:
    """Print the lines of a language that are missing, and name those that are unused or broken."""
    code = options.language
    if code not in texts.codes():
        raise UsageError(f"{code}: deze taal is er niet. Kies uit: {', '.join(texts.codes())}")
    texts.spoken(code)
    lacking, place = catalogue.missing(code), ""
    for dutch, where in lacking.items():
        if where != place:
            print(f"# {where}")
            place = where
        print(f'{json.dumps(dutch, ensure_ascii=False)} = ""')
    for name, wrong in (("niet meer nodig", catalogue.unused(code)), ("kapot", catalogue.broken(code))):
        for dutch in wrong:
            print(f"# {name}: {dutch}")
    return 1 if lacking or catalogue.unused(code) or catalogue.broken(code) else 0
