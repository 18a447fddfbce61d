"""A language that says everything in Dutch with a mark before it, so that what has no mark was never told."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from unittest.mock import patch

from wizard import texts

MARK = "¤"


@contextmanager
def reading_foreign() -> Iterator[None]:
    """Somebody reads that language; its dates are English ones."""
    strange = SimpleNamespace(direction="ltr", texts=SimpleNamespace(get=lambda text, _: f"{MARK}{text}"))
    with patch.object(texts, "languages", lambda: {"en": strange}), texts.telling_in("en"):
        yield
