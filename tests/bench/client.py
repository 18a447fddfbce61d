"""A visit without a browser: it speaks Streamlit's protocol over a WebSocket, and answers as a person would."""

import asyncio
import json
import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import NamedTuple, Self

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from tests.bench.dossiers import prose
from wizard.texts import words

PRESS = "press"
PATIENCE = 60.0
DONE = ForwardMsg.FINISHED_SUCCESSFULLY


Value = str | bool | dict[str, object]


class Step(NamedTuple):
    """One thing that a person does: write or choose a text, tick a box, or press a button."""

    key: str
    value: str | bool = PRESS


def road(points: int) -> Iterator[Step]:
    """From the start page to the review, with so many points of complaint."""
    yield Step("f_situation__stage", words("choices.stage.besproken"))
    yield from (Step("goal_letter"), Step("f_situation__hurry__geen", True), Step("next"))
    yield from (Step("f_situation__care", words("choices.care.zorg")), Step("next"))
    yield from (Step("f_complainant__capacity", words("choices.capacity.client")), Step("next"))
    yield from (Step("f_provider__name", "Ziekenhuis De Linde"), Step("next"))
    for number in range(points):
        if number:
            yield Step("add_point")
        yield Step(f"f_points__{number}__what_happened", prose(120 + number))
        yield Step(f"f_points__{number}__consequence", prose(20))
        yield Step(f"done_{number}")
    yield from (Step("next"), Step("next"), Step("f_wishes__excuses", True), Step("next"), Step("next"))
    yield from (Step("f_sender__name", "A. Jansen"), Step("next"))


class Visit:
    """One visit. `step` does one thing and returns after how many seconds the answer was there in full."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.page = ""
        self.download = ""
        self._running = False
        self._ids: dict[str, str] = {}
        self._values: dict[str, Value] = {}
        self._nonce = ""
        self._kept: dict[str, ForwardMsg] = {}

    async def __aenter__(self) -> Self:
        stream = f"{self.address.replace('http', 'ws', 1)}/_stcore/stream"
        self.socket: ClientConnection = await connect(stream, max_size=None, compression=None, open_timeout=PATIENCE)
        await self._run(BackMsg())
        await self._say_that_nothing_was_kept()
        return self

    async def __aexit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        await self.socket.close()

    async def step(self, step: Step) -> float:
        """Do one thing, as soon as its widget is there."""
        started = time.perf_counter()
        await self._until(lambda: step.key in self._ids)
        if step.value == PRESS:
            await self._run(self._message(WidgetState(id=self._ids[step.key], trigger_value=True)))
        else:
            self._values[self._ids[step.key]] = step.value
            await self._run(self._message())
        return time.perf_counter() - started

    def sees(self, key: str) -> bool:
        """Whether the widget of that key is on the screen."""
        return key in self._ids

    async def _say_that_nothing_was_kept(self) -> None:
        """The wizard first asks the browser for the answers of an earlier visit; see wizard/ui/autosave.py."""
        if self._nonce:
            reply = {"nonce": self._nonce, "works": True, "area": "session", "kept": None, "live": {}}
            self._values[self._ids["kept"]] = {"reply": reply}
            await self._run(self._message())

    async def walk(self, points: int) -> None:
        """All of the road at once."""
        for step in road(points):
            await self.step(step)

    def _message(self, *pressed: WidgetState) -> BackMsg:
        """What a browser sends: the value of every widget on the screen, and which button was pressed."""
        message = BackMsg()
        shown = set(self._ids.values())
        states = [_state(widget, value) for widget, value in self._values.items() if widget in shown]
        message.rerun_script.widget_states.widgets.extend([*states, *pressed])
        return message

    async def _run(self, message: BackMsg) -> None:
        request = message.rerun_script
        request.page_script_hash = self.page
        request.cached_message_hashes.extend(self._kept)
        request.context_info.url, request.context_info.locale = self.address, "nl-NL"
        await self.socket.send(message.SerializeToString())
        self._running = True
        await self._until(lambda: not self._running)

    async def _until(self, there: Callable[[], bool]) -> None:
        """Read what the server sends until something is there."""
        async with asyncio.timeout(PATIENCE):
            while not there():
                self._read(ForwardMsg.FromString(await self.socket.recv()))

    def _read(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "ref_hash":
            message = self._kept[message.ref_hash]
        elif message.metadata.cacheable:
            self._kept[message.hash] = message
        if kind == "new_session":
            self.page = message.new_session.page_script_hash
            self._ids = {}
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
        elif kind == "script_finished":
            self._running = self._running and message.script_finished != DONE
        elif message.WhichOneof("type") == "delta":
            self._note(message)

    def _note(self, message: ForwardMsg) -> None:
        """Remember a widget by its key, which is the end of its id."""
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        widget = getattr(getattr(element, kind), "id", "") if kind else ""
        if widget:
            self._ids[widget.split("-", 2)[-1]] = widget
        if kind == "bidi_component" and element.bidi_component.json:
            [data] = json.loads(element.bidi_component.json)
            self._nonce = data.get("nonce", self._nonce)
        if kind == "download_button" and widget.endswith("-download"):
            self.download = element.download_button.url


def _state(widget: str, value: Value) -> WidgetState:
    if isinstance(value, bool):
        return WidgetState(id=widget, bool_value=value)
    if isinstance(value, dict):
        return WidgetState(id=widget, json_value=json.dumps(value))
    return WidgetState(id=widget, string_value=value)
