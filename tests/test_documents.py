"""The letters as documents: three stops and only three, gaps for the screen, and a template that can do no harm."""

from typing import Any

import jinja2
import pytest
from hypothesis import given
from jinja2 import meta, nodes

from tests.foreign import MARK, reading_foreign
from tests.given import PROCEDURES, TODAY, changed, dossier, example, letter, page, tags_of, text_of
from tests.strategies import dossiers
from wizard import documents, procedures
from wizard.dossier import Dossier
from wizard.errors import LetterStopped
from wizard.letter import Letter
from wizard.papers.date_card import DateCard
from wizard.papers.sheets import Agreements, Cover, IntakeSheet, LookbackSheet, TalkCard
from wizard.papers.short_letters import AuthorisationForm, ExtensionReaction, FileCopyRequest, Reminder
from wizard.papers.submission import Submission

ENOUGH: dict[str, Any] = {
    "complainant": {"capacity": "client"},
    "provider": {"name": "Zorgaanbieder De Brug"},
    "points": [{"what_happened": "Er kwam niemand."}],
}
SAFE_TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "body",
    "article",
    "div",
    "p",
    "br",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "ul",
    "ol",
    "li",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
SAFE_ATTRIBUTES = {"class", "dir", "lang", "charset", "scope", "data-head"}


def without_head(tags: list[tuple[str, dict[str, str | None]]]) -> list[tuple[str, dict[str, str | None]]]:
    """The same tags without the one attribute that holds words of the client: who writes, above the later pages."""
    return [(tag, {name: value for name, value in found.items() if name != "data-head"}) for tag, found in tags]


def gap_ids(start: Dossier) -> list[str]:
    return [gap.id for gap in documents.gaps(start)]


# Three stops


@pytest.mark.parametrize(
    ("lacks", "stop", "goes_to"),
    [
        ("provider", "geadresseerde", "zorgaanbieder"),
        ("points", "klacht", "klacht"),
        ("complainant", "hoedanigheid", "wie"),
    ],
)
def test_a_letter_stops_at_each_of_three_gaps(lacks: str, stop: str, goes_to: str) -> None:
    start = dossier(**{name: answer for name, answer in ENOUGH.items() if name != lacks})
    with pytest.raises(LetterStopped) as told:
        documents.letter(start, procedures.procedure("wkkgz"), TODAY)
    assert told.value.missing == (stop,)
    first = documents.gaps(start)[0]
    assert (first.id, first.page, first.stops) == (stop, goes_to, True)
    assert first.message in str(told.value)


def test_an_empty_dossier_stops_at_all_three() -> None:
    with pytest.raises(LetterStopped) as told:
        documents.letter(Dossier(), procedures.procedure("wkkgz"), TODAY)
    assert told.value.missing == ("geadresseerde", "klacht", "hoedanigheid")


def test_addressee_complaint_and_capacity_are_enough() -> None:
    assert [gap.id for gap in documents.gaps(dossier(**ENOUGH)) if gap.stops] == []
    assert "Er kwam niemand." in text_of(page(dossier(**ENOUGH)))


@given(dossiers())
def test_nothing_else_stops_a_letter(start: Dossier) -> None:
    enough = changed(
        start, provider__name="De Brug", points=[{"what_happened": "x"}], complainant={"capacity": "client"}
    )
    assert not [gap for gap in documents.gaps(enough) if gap.stops]
    assert documents.html(documents.letter(enough, procedures.procedure(enough.procedure), TODAY))


@given(dossiers())
def test_a_letter_stops_exactly_when_a_stopping_gap_says_so(start: Dossier) -> None:
    stops = [gap.id for gap in documents.gaps(start) if gap.stops]
    assert set(stops) <= {"geadresseerde", "klacht", "hoedanigheid"}
    if stops:
        with pytest.raises(LetterStopped):
            documents.letter(start, procedures.procedure(start.procedure), TODAY)
    else:
        assert documents.letter(start, procedures.procedure(start.procedure), TODAY).recipient


# Other gaps

GAPS: dict[str, tuple[dict[str, Any], str]] = {
    "no name": ({}, "naam"),
    "no way to be reached": ({}, "bereikbaar"),
    "no client": ({"complainant": {"capacity": "geweigerde-vertegenwoordiger"}}, "client"),
    "no address, by post": ({"letter": {"delivery": "post"}}, "adres"),
    "no address, registered": ({"letter": {"delivery": "aangetekend"}}, "adres"),
    "no moment": ({"points": [{"what_happened": "x"}, {"what_happened": "y", "when": {"about": "mei"}}]}, "wanneer-1"),
    "no consequence": ({"points": [{"what_happened": "x", "consequence": "y"}, {"what_happened": "z"}]}, "gevolg-2"),
    "no words for a complaint": ({"points": [{"what_happened": "x"}, {"consequence": "y"}]}, "gebeurd"),
    "no wishes": ({}, "wensen"),
    "no delivery": ({}, "verzending"),
}


@pytest.mark.parametrize("kind", GAPS)
def test_a_gap_is_named_with_the_page_that_mends_it(kind: str) -> None:
    answers, name = GAPS[kind]
    found = {gap.id: gap for gap in documents.gaps(dossier(**(ENOUGH | answers)))}
    assert name in found
    assert not found[name].stops
    assert found[name].page in ("gegevens", "zorgaanbieder", "klacht", "wensen", "verzenden")


@pytest.mark.parametrize("kind", GAPS)
def test_a_gap_is_told_in_the_language_of_its_reader(kind: str) -> None:
    start = dossier(**(ENOUGH | GAPS[kind][0]))
    with reading_foreign():
        found = documents.gaps(start)
    assert [gap.message for gap in found if not gap.message.startswith(MARK)] == []


@pytest.mark.parametrize("kind", GAPS)
def test_no_gap_is_in_the_letter(kind: str) -> None:
    start = dossier(**(ENOUGH | GAPS[kind][0]))
    printed = text_of(page(start))
    assert [gap.message for gap in documents.gaps(start) if gap.message in printed] == []
    assert [
        word for word in ("onbekend", "ontbreekt", "niet ingevuld", "None", "Undefined", "[") if word in printed
    ] == []


@pytest.mark.parametrize("delivery", ["afgeven", "e-mail", "portaal"])
def test_an_address_is_no_gap_where_no_envelope_is_needed(delivery: str) -> None:
    assert "adres" not in gap_ids(dossier(**(ENOUGH | {"letter": {"delivery": delivery}})))


@pytest.mark.parametrize("name", PROCEDURES)
def test_the_examples_lack_hardly_anything(name: str) -> None:
    assert not [gap for gap in documents.gaps(example(name)) if gap.stops]
    assert len(documents.gaps(example(name))) <= 3


# The preview has the same words


@given(dossiers())
def test_the_preview_says_what_the_letter_says(start: Dossier) -> None:
    enough = changed(
        start, provider__name="De Brug", points=[{"what_happened": "x"}], complainant={"capacity": "client"}
    )
    made = documents.letter(enough, procedures.procedure(enough.procedure), TODAY)
    assert text_of(documents.preview(made)) == text_of(documents.html(made))


def test_the_preview_is_a_fragment_under_the_headings_of_its_screen() -> None:
    tags = [tag for tag, _ in tags_of(documents.preview(letter(example("wkkgz"))))]
    assert tags[0] == "article"
    assert not {"html", "head", "body", "title", "h1", "h2"} & set(tags)
    assert tags.count("h3") == 1


# The template

TEMPLATE_NAMES = sorted(
    path.name for path in documents.TEMPLATES.glob("*.j2")
)  # provider/ has pages that are no letters
SHARED = {"page.html.j2", "parts.html.j2", "klachtbrief-zinnen.html.j2"}
CONTEXTS: dict[str, type] = {
    "klachtbrief.html.j2": Letter,
    "gesprekskaart.html.j2": TalkCard,
    "intakeblad.html.j2": IntakeSheet,
    "machtiging.html.j2": AuthorisationForm,
    "dossierafschrift.html.j2": FileCopyRequest,
    "herinnering.html.j2": Reminder,
    "reactie-verlenging.html.j2": ExtensionReaction,
    "afspraken.html.j2": Agreements,
    "geschil.html.j2": Submission,
    "datumkaart.html.j2": DateCard,
    "terugblik.html.j2": LookbackSheet,
    "nog-niet-ingevuld.html.j2": Cover,
}


def parsed(name: str) -> nodes.Template:
    return documents._environment().parse((documents.TEMPLATES / name).read_text("utf-8"))


def road_of(node: nodes.Node) -> list[str]:
    """letter.tried.talk as its three names; empty where it does not start at a name."""
    if isinstance(node, nodes.Name):
        return [node.name]
    if isinstance(node, nodes.Getattr):
        start = road_of(node.node)
        return [*start, node.attr] if start else []
    return []


def used(name: str) -> set[tuple[str, ...]]:
    """All that a template asks of its context, there or in the macros that it shares."""
    roads = [road_of(node) for file in {name, "parts.html.j2"} for node in parsed(file).find_all(nodes.Getattr)]
    return {tuple(road[1:]) for road in roads if road and road[0] in ("letter", "paper")}


def test_every_template_has_its_documented_context() -> None:
    assert set(TEMPLATE_NAMES) == SHARED | set(CONTEXTS)


@pytest.mark.parametrize("name", CONTEXTS)
def test_a_template_knows_only_its_documented_context(name: str) -> None:
    of_its_own = {node.name for node in parsed(name).find_all(nodes.Name) if node.ctx == "store"}
    of_its_own |= {str(word) for shared in parsed(name).find_all(nodes.FromImport) for word in shared.names}
    known = {"letter", "whole", "copy"} if name == documents.KLACHTBRIEF else {"paper"}
    found = meta.find_undeclared_variables(parsed(name))
    assert found <= known | set(documents._environment().globals) | of_its_own


@pytest.mark.parametrize("name", CONTEXTS)
def test_all_that_a_template_asks_of_its_context_is_there_and_documented(name: str) -> None:
    roads = [road_of(node) for node in parsed(name).find_all(nodes.Getattr)]
    for road in roads:
        kind: Any = CONTEXTS[name] if road and road[0] in ("letter", "paper") else None
        for step in road[1:]:
            kind = documented(kind, step)


def documented(kind: Any, step: str) -> Any:
    """The type of one attribute, which must have a docstring of its own or be a field of a documented class."""
    if kind is None:
        return None
    fields = getattr(kind, "model_fields", None) or getattr(kind, "__dataclass_fields__", {})
    if step in fields:
        assert kind.__doc__
        annotation = getattr(fields[step], "annotation", None)
        return annotation if isinstance(annotation, type) else None
    held = getattr(kind, step)
    assert isinstance(held, property), f"{kind.__name__}.{step}"
    assert held.__doc__, f"{kind.__name__}.{step}"
    annotation = held.fget.__annotations__["return"] if held.fget else None
    return annotation if isinstance(annotation, type) and hasattr(annotation, "model_fields") else None


def properties(kind: type) -> set[str]:
    """What a context offers of its own, also by what it is built on."""
    return {
        name
        for part in kind.__mro__
        for name, held in vars(part).items()
        if isinstance(held, property) and not name.startswith("_")
    }


def test_a_context_offers_nothing_that_no_template_uses() -> None:
    asked = {road[0] for name in CONTEXTS for road in used(name)}
    for name, kind in CONTEXTS.items():
        own = {part for part, held in vars(kind).items() if isinstance(held, property) and not part.startswith("_")}
        assert own - {road[0] for road in used(name)} == set(), name
        assert properties(kind) <= asked, name


def test_everything_is_escaped_and_nothing_is_undefined() -> None:
    environment = documents._environment()
    assert environment.autoescape is True
    assert environment.undefined is jinja2.StrictUndefined
    assert environment.from_string("{{ name }}").render(name="<b>") == "&lt;b&gt;"
    with pytest.raises(jinja2.UndefinedError):
        environment.from_string("{{ letter.weg }}").render(letter=letter(example("wkkgz")))


def test_a_template_can_reach_into_nothing() -> None:
    reach = documents._environment().from_string("{{ letter.__class__.__mro__ }}")
    with pytest.raises(jinja2.exceptions.SecurityError):
        reach.render(letter=letter(example("wkkgz")))


@pytest.mark.parametrize("name", TEMPLATE_NAMES)
def test_no_template_switches_escaping_off_or_makes_a_link(name: str) -> None:
    filters = {node.name for node in parsed(name).find_all(nodes.Filter)}
    source = (documents.TEMPLATES / name).read_text("utf-8")
    assert "safe" not in filters
    assert not [word for word in ("href=", "src=", "style=", "<script", "<img", "autoescape") if word in source]


# Hostile text

HOSTILE = (
    "<script>alert(1)</script>",
    "</p></article><h1>Overgenomen</h1>",
    '"><img src=x onerror=alert(1)>',
    "<link rel=attachment href=file:///etc/passwd>",
    "<style>@import url(http://127.0.0.1/)</style>",
    "javascript:alert(1) file:///etc/passwd",
    "{{7*7}} {% raw %} {# #} ${7*7}",
    "]]> <!-- <![CDATA[ &lt; &amp; &#0; &",
    "a\u202eb\u2066c\u200fd",
    "\x00\x1b[31m\x07x",
    "👩‍⚕️ 🇳🇱 ❤️",
    "السلام عليكم، أريد أن أشتكي",
    "x" * 120,
    "' OR 1=1 --",
)


SENT = {"received_on": "2026-06-01"}
ABOUT_ONE_MORE = [
    ("gestuurd", {"handling": SENT}, {"handling": SENT, "letter": {"formality": "eerst-informeel"}}),
    ("gestuurd", {"handling": {"sent_on": "2026-06-01"}}, {"handling": {"in_writing": False} | SENT}),
    ("beantwoord", {"handling": SENT | {"answered_on": "2026-06-20"}}, {"handling": SENT}),
    ("bereikt", {"letter": {"contact_by": "telefoon"}}, {"letter": {"contact_by": "e-mail"}}),
    (
        "gesprek",
        {"wishes": [{"kind": "gesprek"}], "letter": {"talk_wanted": False}},
        {"wishes": [{"kind": "gesprek"}], "letter": {"talk_wanted": True}},
    ),
    (
        "envelop",
        {"letter": {"delivery": "post"}, "provider": {"name": "Zorg " * 20, "attention": "de directie " * 9}},
        {"letter": {"delivery": "e-mail"}, "provider": {"name": "Zorg " * 20, "attention": "de directie " * 9}},
    ),
]


@pytest.mark.parametrize(("gap", "there", "not_there"), ABOUT_ONE_MORE)
def test_what_a_letter_would_say_twice_or_in_vain_is_asked_on_the_screen(
    gap: str, there: dict[str, Any], not_there: dict[str, Any]
) -> None:
    start: dict[str, Any] = {
        "sender": {"name": "M. Vos", "email": "m.vos@example.nl"},
        "provider": {"name": "De Brug", "address": {"street": "Brugweg 1", "town": "Deventer"}},
    }
    with_address = {"provider": start["provider"] | there.get("provider", {})}
    assert gap in gap_ids(dossier(**(start | there | with_address)))
    assert gap not in gap_ids(dossier(**(start | not_there | with_address)))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field_stays_text(text: str) -> None:
    when = {"about": text}
    start = dossier(
        complainant={"capacity": "nabestaande", "relation": "echtgenoot", "relation_words": text, "client_name": text},
        provider={
            "name": text,
            "attention": text,
            "address": {"street": text, "postcode": text, "town": text},
            "professional": text,
            "location": text,
        },
        sender={
            "name": text,
            "address": {"street": text, "postcode": text, "town": text},
            "email": text,
            "phone": text,
        },
        points=[
            {"when": when, "where": text, "who": text, "what_happened": text, "consequence": text, "expected": text}
        ],
        events=[{"when": when, "what": text}],
        tried={"talk": {"held": True, "when": when, "outcome": text}, "mediation": {"held": True, "when": when}},
        wishes=[{"kind": "anders", "detail": text}],
        annexes=[text],
        letter={"reference": text, "contact_by": "e-mail"},
    )
    tags = tags_of(page(start))
    assert {tag for tag, _ in tags} <= SAFE_TAGS
    assert {name for _, attributes in tags for name in attributes} <= SAFE_ATTRIBUTES
    assert without_head(tags) == without_head(tags_of(page(changed(start, sender__name="A. Jansen"))))
    assert "49" not in text_of(page(start))


@given(dossiers())
def test_no_text_ever_becomes_a_tag(start: Dossier) -> None:
    enough = changed(start, provider__name="De Brug", complainant={"capacity": "client"})
    enough = changed(enough, points=[{"what_happened": "<b onclick=x>"}, *enough.points])
    tags = tags_of(page(enough))
    assert {tag for tag, _ in tags} <= SAFE_TAGS
    assert {name for _, attributes in tags for name in attributes} <= SAFE_ATTRIBUTES
