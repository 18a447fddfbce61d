"""The same page as plain text, to paste into a message or a form on a website: one line for each paragraph."""

from collections.abc import Iterator

from wizard.formats.page_reader import Block, Cell, Group, Listing, Paragraph, Table, read

FILL = "......"
BETWEEN_CELLS = " | "
SAYS_IT_ALL = (":", ".", "?", "!")


def plain(html: str) -> str:
    """The words of a page as text. Raises LetterFailed, which quotes nothing."""
    lines = list(_lines(read(html).blocks))
    return "".join(f"\n{line}\n" if apart and before else f"{line}\n" for before, (line, apart) in enumerate(lines))


def _lines(blocks: tuple[Block, ...]) -> Iterator[tuple[str, bool]]:
    """Each line, and whether it stands apart from the one before it: what a heading or a lead announces does not."""
    before: Block | None = None
    for block in blocks:
        if isinstance(block, Group):
            yield from _lines(block.blocks)
        for number, line in enumerate(_within(block)):
            yield line, number == 0 and not _goes_on(before, block)
        before = block


def _goes_on(before: Block | None, block: Block) -> bool:
    if not isinstance(before, Paragraph):
        return False
    both_filled_in = before.kind == "fill" and isinstance(block, Paragraph) and block.kind == "fill"
    return before.level > 1 or before.kind in ("facts", "lead") or both_filled_in


def _within(block: Block) -> Iterator[str]:
    if isinstance(block, Paragraph):
        yield from _shown(block)
    elif isinstance(block, Listing):
        for number, item in enumerate(block.items, 1):
            mark = f"{number}. " if block.numbered else "- "
            shown = "\n".join(line for paragraph in item for line in _shown(paragraph))
            yield (mark + shown.replace("\n", "\n" + " " * len(mark))).rstrip()
    elif isinstance(block, Table):
        if block.caption:
            yield from _shown(block.caption)
        yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    """A line for each row; where there is nothing but heads, a line for each head, to be filled in."""
    rows = [[_cell(cell) for cell in row] for row in table.rows]
    if not any(map(any, rows[table.heads :])):
        yield from (f"{head}: {FILL}" for row in rows for head in row if head)
        return
    for row in rows:
        label, *values = [words or FILL for words in row]
        if len(values) == 1:
            yield f"{label}{' ' if label.endswith(SAYS_IT_ALL) else ': '}{values[0]}"
        else:
            yield BETWEEN_CELLS.join((label, *values))


def _cell(cell: Cell) -> str:
    return "\n".join(line for paragraph in cell.paragraphs for line in _shown(paragraph))


def _shown(paragraph: Paragraph) -> list[str]:
    """A paragraph; nothing for an empty one, such as the place to sign of somebody whose name is not known."""
    if paragraph.kind == "fill":
        return [f"{paragraph.text.removesuffix(':')}: {FILL}"]
    return [paragraph.text] if paragraph.runs else []
