"""The rules of the house: who may import what, who reads the clock, how long things are, what lies where."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, nodes

from tests.given import ROOT

IGNORED = (ROOT / ".gitignore").read_text("utf-8").splitlines()
MADE_BY_TOOLS = {".git", *(line.strip("/") for line in IGNORED if line and not line.startswith("#"))}
TOP = {
    *("app.py", "pages", "templates", "wizard", "tests", "requirements.txt", "README.md"),
    *(".ci", ".streamlit", "pyproject.toml", "Makefile", "LICENSE", "CHANGELOG.md", "docs", "deploy"),
    *(".gitignore", ".gitattributes", ".dockerignore"),
}
FILES = [
    path for path in sorted(ROOT.rglob("*")) if path.is_file() and not MADE_BY_TOOLS & set(path.relative_to(ROOT).parts)
]
CODE = [path for path in FILES if path.suffix == ".py" and "tests" not in path.relative_to(ROOT).parts[:1]]
TEMPLATES = [path for path in FILES if path.suffix == ".j2"]
EDGE = ("wizard/__main__.py", "wizard/ui/")
SCREEN = ("app.py", "pages/", "wizard/ui/")
CLOCKS = {
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "time.time",
    "time.localtime",
    "time.gmtime",
}
MOST_LINES = 250
MOST_LINES_IN_A_FUNCTION = 40


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imported(tree: ast.AST) -> Iterator[list[str]]:
    """What each import asks for, in full: "from wizard import ui" asks for wizard.ui."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ([alias.name] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield [f"{node.module}.{alias.name}" for alias in node.names]


def imports(tree: ast.AST) -> Iterator[str]:
    yield from (names[0].partition(".")[0] for names in imported(tree))


def screens(tree: ast.AST) -> list[str]:
    """What a module imports of the screens."""
    return [name for names in imported(tree) for name in names if re.match(r"(wizard\.ui|pages|app)(\.|$)", name)]


def dotted(node: ast.AST) -> str:
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def clocks(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            called = ".".join(dotted(node.func).split(".")[-2:])
            if called in CLOCKS:
                yield called


Named = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def public(tree: ast.Module) -> Iterator[Named]:
    """What others may use: functions and classes of a module, and the methods of those classes."""
    for node in tree.body:
        if isinstance(node, Named) and not node.name.startswith("_"):
            yield node
            if isinstance(node, ast.ClassDef):
                yield from (part for part in node.body if isinstance(part, Named) and not part.name.startswith("_"))


@pytest.mark.parametrize("path", CODE, ids=name)
def test_only_the_screen_knows_streamlit(path: Path) -> None:
    assert "streamlit" not in imports(parsed(path)) or name(path).startswith(SCREEN)


@pytest.mark.parametrize("path", CODE, ids=name)
def test_only_the_edge_reads_the_clock(path: Path) -> None:
    assert not list(clocks(parsed(path))) or name(path).startswith(EDGE)


@pytest.mark.parametrize("path", CODE, ids=name)
def test_what_draws_pdfs_is_loaded_when_a_pdf_is_drawn(path: Path) -> None:
    everywhere = list(imports(parsed(path))).count("weasyprint")
    inside = sum(
        list(imports(function)).count("weasyprint")
        for function in parsed(path).body
        if isinstance(function, ast.FunctionDef)
    )
    assert everywhere == inside


@pytest.mark.parametrize("path", [path for path in CODE if name(path).startswith("wizard/")], ids=name)
def test_the_core_does_not_know_its_screens(path: Path) -> None:
    assert not screens(parsed(path)) or name(path).startswith("wizard/ui/")


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_module_opens_with_what_it_holds(path: Path) -> None:
    said = ast.get_docstring(parsed(path)) or ""
    assert said[:1].isupper()
    assert said.split("\n\n")[0].endswith((".", "?", ":"))


@pytest.mark.parametrize("path", CODE, ids=name)
def test_what_others_may_use_says_what_it_is(path: Path) -> None:
    silent = [part.name for part in public(parsed(path)) if not ast.get_docstring(part)]
    assert silent == []


@pytest.mark.parametrize("path", [*CODE, *TEMPLATES], ids=name)
def test_a_file_holds_no_more_than_one_room(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES


@pytest.mark.parametrize("path", CODE, ids=name)
def test_a_function_says_one_thing(path: Path) -> None:
    lengths = {part.name: (part.end_lineno or 0) - part.lineno + 1 for part in functions(parsed(path))}
    assert {function: lines for function, lines in lengths.items() if lines > MOST_LINES_IN_A_FUNCTION} == {}


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_decides_nothing_but_what_to_show(path: Path) -> None:
    shared = (nodes.Extends, nodes.Block, nodes.FromImport)
    allowed = (nodes.If, nodes.For, nodes.Assign, nodes.Macro, nodes.Include, nodes.Output, *shared)
    tree = Environment(autoescape=True).parse(path.read_text("utf-8"))
    assert [type(node).__name__ for node in tree.find_all(nodes.Stmt) if not isinstance(node, allowed)] == []


def test_the_top_level_holds_what_was_agreed() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in FILES} - TOP == set()


OURSELVES = Path(__file__)
NOT_FOR_OTHERS = {
    "a folder of one machine": r"(?<![\w.:/-])/(?:home|root|Users|work|workspace|opt)/[a-z]",
    "the index of one machine": r"--(?:extra-)?index-url|--find-links|--trusted-host|PIP_INDEX_URL|/simple/?\b",
    "an address inside one network": r"https?://(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d+",
    "a secret": r"-----BEGIN [A-Z ]*PRIVATE KEY|AKIA[0-9A-Z]{16}|ghp_[0-9A-Za-z]{36}",
}
TEXTS = [
    path
    for path in FILES
    if path != OURSELVES and path.suffix not in (".ttf", ".woff2", ".png", ".ico", ".jpg", ".webp")
]


@pytest.mark.parametrize("kind", NOT_FOR_OTHERS)
def test_no_file_holds(kind: str) -> None:
    found = {name(path): re.findall(NOT_FOR_OTHERS[kind], path.read_text("utf-8", "ignore")) for path in TEXTS}
    assert {path: hits for path, hits in found.items() if hits} == {}


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.parent == ROOT / "tests" and path.name.startswith("test_")], ids=name
)
def test_a_test_is_never_skipped_and_never_waits(path: Path) -> None:
    marks = re.findall(r"pytest\.(?:mark\.)?(?:skip|skipif|xfail|importorskip)\b|\bsleep\(", path.read_text("utf-8"))
    assert not marks or path == OURSELVES


def test_the_rules_above_can_tell_right_from_wrong() -> None:
    assert list(imports(ast.parse("def f():\n    import streamlit.web"))) == ["streamlit"]
    assert screens(ast.parse("from wizard import law, ui\nimport app\nimport pages.start")) == [
        "wizard.ui",
        "app",
        "pages.start",
    ]
    assert screens(ast.parse("from wizard.ui.road import PAGES\nfrom wizard import route\nimport apples")) == [
        "wizard.ui.road.PAGES"
    ]
    assert list(clocks(ast.parse("import datetime\ndatetime.datetime.now()"))) == ["datetime.now"]
    assert list(clocks(ast.parse("date.fromisoformat('2026-01-01')"))) == []
    assert [part.name for part in public(ast.parse("class A:\n    def b(self): ...\n    def _c(self): ..."))] == [
        "A",
        "b",
    ]
    assert re.search(NOT_FOR_OTHERS["a folder of one machine"], "see /home/somebody")
    assert not re.search(NOT_FOR_OTHERS["a folder of one machine"], "https://example.nl/home/x")
