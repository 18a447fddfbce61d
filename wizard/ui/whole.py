"""What somebody answered is written down whole, whatever comes in meanwhile.

Streamlit ends a run when a newer answer comes in, at the next thing that the run draws or remembers. That can be in
the midst of the callback which writes the older answer in the dossier: it stays in its field and never reaches the
letter. With `runner.fastReruns` the newer run even starts beside the older one, and both change what the visit
remembers. So that setting is off, and here remembering no longer ends a run. Drawing still does.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any


def finish_answers() -> None:
    """From now on no callback is cut off. Fails safe: where the lever is gone, Streamlit does as it always did."""
    with suppress(ImportError, AttributeError):
        from streamlit.runtime.state import SafeSessionState

        begin: Callable[..., None] = SafeSessionState.__init__

        def undisturbed(self: Any, state: Any, yield_callback: Callable[[], None]) -> None:  # noqa: ARG001
            begin(self, state, lambda: None)

        SafeSessionState.__init__ = undisturbed  # type: ignore[method-assign]
