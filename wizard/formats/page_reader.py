"""A page of HTML as blocks of text: the one reading that Word and plain text are made from.

It knows the few tags that the templates use. Any other stops it: what it skipped, somebody would miss on paper.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from wizard.errors import LetterFailed

TEXT_BLOCKS = ("p", "h1", "h2", "h3", "caption")
LISTS = ("ul", "ol")
TABLE_PARTS = ("thead", "tbody")
INLINE = ("br", "strong")
HEAD = ("head", "meta", "title")
FRAME = ("html", "body", "article", "div")
KNOWN = {*TEXT_BLOCKS, *LISTS, *TABLE_PARTS, *INLINE, *HEAD, *FRAME, "li", "table", "tr", "th", "td"}
NEVER_CLOSED = ("br", "meta")
NOT_READ = "de pagina kon niet worden gelezen"

_SPACE = re.compile(r"[ \t\r\f\n]+")
_SPACE_IN_LINE = re.compile(r"[ \t\r\f]+")
_AROUND_BREAK = re.compile(" ?\n ?")


@dataclass(frozen=True)
class Run:
    """Words that look the same; a new line in them is a line break."""

    text: str
    strong: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, heading or caption. `kind` is its tag, or the class of a `p`; empty for ordinary text."""

    runs: tuple[Run, ...]
    kind: str = ""
    rtl: bool = False

    @property
    def text(self) -> str:
        """Its words, with line breaks."""
        return "".join(run.text for run in self.runs)

    @property
    def level(self) -> int:
        """1 to 3 for a heading, else 0."""
        return int(self.kind[1]) if self.kind in ("h1", "h2", "h3") else 0


@dataclass(frozen=True)
class Listing:
    """A list, numbered or not; each item is one or more paragraphs."""

    numbered: bool
    items: tuple[tuple[Paragraph, ...], ...]


@dataclass(frozen=True)
class Cell:
    """One cell of a table, and whether it heads a column or a row."""

    paragraphs: tuple[Paragraph, ...]
    heads: bool


@dataclass(frozen=True)
class Table:
    """A table: its caption if it has one, how many rows head it, and all its rows. `kind` is its class."""

    rows: tuple[tuple[Cell, ...], ...]
    heads: int = 0
    caption: Paragraph | None = None
    kind: str = ""


@dataclass(frozen=True)
class Group:
    """Blocks that belong together on one page; `kind` is sender, closing or sign."""

    kind: str
    blocks: tuple["Block", ...]


Block = Paragraph | Listing | Table | Group


@dataclass(frozen=True)
class Page:
    """A whole page."""

    title: str
    blocks: tuple[Block, ...]


@dataclass
class _Tag:
    name: str
    kind: str = ""
    rtl: bool = False
    inside: list["_Tag | str"] = field(default_factory=list)

    @property
    def tags(self) -> Iterator["_Tag"]:
        return (part for part in self.inside if isinstance(part, _Tag))

    def named(self, *names: str) -> list["_Tag"]:
        """Every tag of these names in it, at any depth."""
        return [found for tag in self.tags for found in ([tag] if tag.name in names else tag.named(*names))]


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [_Tag("")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in KNOWN:
            raise LetterFailed(NOT_READ)
        given = dict(attrs)
        found = _Tag(tag, (given.get("class") or "").partition(" ")[0], given.get("dir") == "rtl")
        self.open[-1].inside.append(found)
        if tag not in NEVER_CLOSED:
            self.open.append(found)

    def handle_endtag(self, tag: str) -> None:
        if self.open.pop().name != tag:
            raise LetterFailed(NOT_READ)

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)


def read(html: str) -> Page:
    """The page's title and blocks. Raises LetterFailed, which quotes nothing, on a tag that no template of ours has."""
    tree = _Tree()
    tree.feed(html)
    tree.close()
    if len(tree.open) != 1:
        raise LetterFailed(NOT_READ)
    (root,) = tree.open
    title = " ".join(paragraph.text for tag in root.named("title") for paragraph in _paragraphs(tag))
    return Page(title, tuple(block for body in root.named("body") for block in _blocks(body)))


def _blocks(tag: _Tag) -> Iterator[Block]:
    """The blocks in a tag; words that stand loose in it are a paragraph."""
    loose: list[_Tag | str] = []
    for part in tag.inside:
        if isinstance(part, str) or part.name in INLINE:
            loose.append(part)
            continue
        yield from _text(loose)
        loose = []
        yield from _block(part)
    yield from _text(loose)


def _block(tag: _Tag) -> Iterator[Block]:
    if tag.name in TEXT_BLOCKS:
        yield _paragraph(tag)
    elif tag.name in LISTS:
        items = tuple(_paragraphs(item) for item in tag.tags)
        yield Listing(tag.name == "ol", items)
    elif tag.name == "table":
        yield _table(tag)
    elif tag.name == "div":
        yield Group(tag.kind, tuple(_blocks(tag)))
    elif tag.name == "article":
        yield from _blocks(tag)
    else:
        raise LetterFailed(NOT_READ)


def _table(tag: _Tag) -> Table:
    rows = tuple(
        tuple(Cell(_paragraphs(cell), cell.name == "th") for cell in row.named("td", "th")) for row in tag.named("tr")
    )
    heads = sum(len(part.named("tr")) for part in tag.named("thead"))
    caption = next((_paragraph(part) for part in tag.named("caption")), None)
    return Table(rows, heads, caption, tag.kind)


def _paragraphs(tag: _Tag) -> tuple[Paragraph, ...]:
    """The paragraphs of a place that holds nothing else: an item, a cell."""
    blocks = tuple(_blocks(tag))
    found = tuple(block for block in blocks if isinstance(block, Paragraph))
    if len(found) < len(blocks):
        raise LetterFailed(NOT_READ)
    return found


def _paragraph(tag: _Tag) -> Paragraph:
    kind = tag.kind if tag.name == "p" else tag.name
    return Paragraph(_trimmed(_runs(tag.inside, keeps_lines=kind == "own-words")), kind, tag.rtl)


def _text(parts: list[_Tag | str]) -> Iterator[Paragraph]:
    runs = _trimmed(_runs(parts, keeps_lines=False))
    if runs:
        yield Paragraph(runs)


def _runs(parts: list[_Tag | str], keeps_lines: bool, strong: bool = False) -> Iterator[Run]:
    for part in parts:
        if isinstance(part, str):
            yield Run(_SPACE_IN_LINE.sub(" ", part) if keeps_lines else _SPACE.sub(" ", part), strong)
        elif part.name == "br":
            yield Run("\n", strong)
        elif part.name == "strong":
            yield from _runs(part.inside, keeps_lines, strong=True)
        else:
            raise LetterFailed(NOT_READ)


def _trimmed(runs: Iterator[Run]) -> tuple[Run, ...]:
    """The runs as a browser shows them: no space at the start, the end, or beside a line break; never two."""
    found: list[Run] = []
    for run in runs:
        text = _AROUND_BREAK.sub("\n", run.text)
        if not found or found[-1].text[-1] in " \n":
            text = text.lstrip(" " if found else " \n")
        if found and text.startswith("\n"):
            last = found.pop()
            found += [Run(shown, last.strong)] if (shown := last.text.rstrip(" ")) else []
        if found and found[-1].strong == run.strong:
            text = found.pop().text + text
        if text:
            found.append(Run(text, run.strong))
    while found and not (text := found[-1].text.rstrip(" \n")):
        found.pop()
    return (*found[:-1], Run(text, found[-1].strong)) if found else ()
