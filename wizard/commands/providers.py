"""The commands of a provider: check its profile, make its link kit and mirror card, and learn from cards."""

import os
import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from wizard.commands import given
from wizard.documents import printed
from wizard.errors import InvalidData, Place, UsageError
from wizard.moments import in_words
from wizard.provider import learning, link_kit, mirror_card, profiles
from wizard.provider.profile_file import Profile, load
from wizard.texts import DUTCH, telling_in

OUR_COLOUR = "#11536b"


def add_providers(command: given.Command, add_today: given.AddToday) -> None:
    """Add these commands to those of `python -m wizard`."""
    listing = command("profiles", list_profiles, "list the providers' profiles, or check their files")
    check = listing.add_subparsers(metavar="check").add_parser("check", help="a line a mistake; exit 1 on any")
    check.add_argument("files", nargs="*", metavar="FILE.toml")
    check.set_defaults(run=check_profiles)

    kit = command("link-kit", make_link_kit, "link, button, QR code, texts, preview and mirror card of a provider")
    kit.add_argument("--address", default=link_kit.OWN_MACHINE, metavar="https://...")
    kit.add_argument("-o", "--output", required=True, metavar="DIR")
    mirror = command("mirror", make_mirror_card, "what a provider's client is told to expect, for its staff")
    mirror.add_argument("-o", "--output", required=True, metavar="FILE.pdf")
    for added in (kit, mirror):
        added.add_argument("profile", metavar="PROFILE", help="its slug, or its file")

    learning_ = command("learn", learn, "a report of the anonymous cards in a folder")
    learning_.add_argument("folder", metavar="DIR")
    learning_.add_argument("-o", "--output", required=True, metavar="report.html")
    for added in (check, kit, mirror, learning_):
        add_today(added)


def list_profiles(_: Namespace) -> int:
    """One line a profile: slug, name, procedure."""
    for slug, found in profiles.profiles().items():
        print(f"{slug}\t{found.name}\t{profiles.procedure_of(found).id}")
    for error in profiles.broken():
        print(f"overgeslagen: {error}", file=sys.stderr)
    return 0


def check_profiles(options: Namespace) -> int:
    """A line a mistake: file, key, mend; also where a profile is out of date. Without files: the folder's own."""
    files = [Path(name) for name in options.files] or profiles.files(_folder())
    return given.show_checked(_mistakes(files, options.today), len(files))


def _folder() -> Path:
    folder = Path(os.environ.get(profiles.FOLDER, "").strip())
    if folder == Path() or not folder.is_dir():
        raise UsageError(f"geef een bestand, of noem met {profiles.FOLDER} de map met de profielen")
    return folder


def _mistakes(files: list[Path], today: date) -> Iterator[str]:
    for file in files:
        try:
            found = load(file)
        except InvalidData as error:
            yield from str(error).splitlines()
        else:
            yield from (f"{file.name}: {Place('review_by', notice)}" for notice in profiles.notices(found, today))


def make_link_kit(options: Namespace) -> int:
    """The link kit of a provider, as files in a folder; nothing is written unless all of it could be made."""
    found = _profile(options.profile)
    given.write_in(options.output, link_kit.kit(found, options.address, options.today))
    _warn(found, options.today)
    if options.address == link_kit.OWN_MACHINE:
        print(
            "let op: de link wijst naar deze computer. Geef het adres van uw Klachtwijzer met --address",
            file=sys.stderr,
        )
    return 0


def make_mirror_card(options: Namespace) -> int:
    """The mirror card for a provider's staff, as PDF or as HTML."""
    found, target = _profile(options.profile), given.target(options.output, ".pdf", ".html")
    if target.suffix.lower() == ".pdf":
        given.write({target: mirror_card.mirror_pdf(found, options.today)})
    else:
        given.write({target: mirror_card.mirror_page(found, options.today, for_screen=True).encode()})
    _warn(found, options.today)
    return 0


@telling_in(DUTCH)
def learn(options: Namespace) -> int:
    """A report of the cards in a folder. What is no card is counted, named and skipped, and never in the report."""
    target = given.target(options.output, ".html")
    try:
        found = learning.collected(Path(options.folder))
    except OSError as error:
        raise UsageError(f"{options.folder}: openen lukt niet ({error.strerror})") from None
    print(f"{len(found.cards)} kaarten, {len(found.skipped)} overgeslagen")
    for name in found.skipped:
        print(f"overgeslagen: {_shown(name)}: dit is geen leerkaart", file=sys.stderr)
    page = printed(
        "provider/leerrapport.html.j2",
        report=learning.report(found.cards),
        made=in_words(options.today),
        colour=OUR_COLOUR,
    )
    given.write({target: page.encode()})
    return 0


def _profile(named: str) -> Profile:
    """A profile by its slug, or the file of one."""
    return load(Path(named)) if named.endswith(".toml") else profiles.profile(named)


def _warn(found: Profile, today: date) -> None:
    for notice in profiles.notices(found, today):
        print(f"let op: {notice}", file=sys.stderr)


def _shown(name: str) -> str:
    """A file's name on one line: what somebody else named could steer a terminal."""
    return "".join(letter if letter.isprintable() else "?" for letter in name)
