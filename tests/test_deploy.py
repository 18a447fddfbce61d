"""What deploy/ says is what the app does: its port, its health, its settings, its libraries, its limits."""

import re
import tomllib
from pathlib import Path

import pytest

from tests.given import ROOT, command
from wizard.provider import profiles
from wizard.provider.profile_file import load
from wizard.ui.web.gate import HEADERS, OURS

DEPLOY = ROOT / "deploy"
CONTAINER = (DEPLOY / "Containerfile").read_text("utf-8")
NGINX = (DEPLOY / "nginx.conf").read_text("utf-8")
DOCS = (DEPLOY / "README.md").read_text("utf-8")
README = (ROOT / "README.md").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
STREAMLIT = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
CODE = [*ROOT.glob("app.py"), *ROOT.glob("pages/*.py"), *ROOT.glob("wizard/**/*.py")]


def port() -> str:
    found = re.search(r"^PORT \?= (\d+)$", MAKEFILE, re.MULTILINE)
    assert found
    return found[1]


def settings() -> set[str]:
    """The environment variables of ours that the code reads."""
    return {name for file in CODE for name in re.findall(r'"(KLACHTWIJZER_[A-Z_]+)"', file.read_text("utf-8"))}


def test_everything_names_the_port_of_the_makefile() -> None:
    assert f"EXPOSE {port()}\n" in CONTAINER
    assert f"--server.port={port()}" in CONTAINER
    assert f"server 127.0.0.1:{port()};" in NGINX
    assert f"port\n{port()}" in DOCS


def test_health_is_asked_at_an_address_of_the_app() -> None:
    (asked,) = re.findall(r"http://localhost:\d+(/\w+)", CONTAINER)
    assert asked == "/healthz"
    assert asked in OURS
    assert f"`{asked}`" in DOCS


@pytest.mark.parametrize("text", [DOCS, README], ids=["deploy/README.md", "README.md"])
def test_every_setting_is_in_both_tables_and_no_other(text: str) -> None:
    assert settings() >= {profiles.FOLDER}
    assert set(re.findall(r"`(KLACHTWIJZER_[A-Z_]+)` \|", text)) == settings()


def test_the_container_knows_no_setting_that_the_code_does_not_read() -> None:
    assert set(re.findall(r"KLACHTWIJZER_[A-Z_]+", CONTAINER)) <= settings()


def test_the_container_has_the_libraries_that_the_set_up_asks_for() -> None:
    needed = re.findall(
        r"^need_library .* (lib\S+) \S+(?: \|\| complete=)?$", (DEPLOY / "setup.sh").read_text("utf-8"), re.MULTILINE
    )
    assert len(needed) == 2
    assert [name for name in needed if name not in CONTAINER] == []


def test_the_container_has_the_python_that_the_packages_are_pinned_for() -> None:
    (version,) = re.findall(r"^FROM docker.io/library/python:(3\.\d+)-", CONTAINER, re.MULTILINE)
    assert f">={version}" == PROJECT["requires-python"]
    assert f"--python-version {version}" in MAKEFILE


def test_the_container_is_no_root_and_installs_what_is_pinned() -> None:
    assert CONTAINER.index("\nUSER klachtwijzer") < CONTAINER.index("\nCMD ")
    assert "--require-hashes -r requirements.txt" in CONTAINER


def test_what_a_container_must_not_have_stays_out() -> None:
    ignored = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert {".git", ".venv", ".env", ".streamlit/secrets.toml", "tests"} <= set(ignored)
    kept = {"app.py", "pages", "templates", "wizard", ".streamlit", "requirements.txt"}
    assert not kept & set(ignored)


def test_the_proxy_lets_through_what_the_app_takes() -> None:
    (most,) = re.findall(r"client_max_body_size (\d+)m;", NGINX)
    assert int(most) > STREAMLIT["server"]["maxUploadSize"]
    waits = re.findall(r"proxy_(?:read|send)_timeout (\d+)h;", NGINX)
    assert all(int(hours) * 3600 > STREAMLIT["server"]["disconnectedSessionTTL"] for hours in waits)
    assert len(waits) == 2
    for header in ("Host $http_host", "Upgrade $http_upgrade", "Connection $connection_header"):
        assert f"proxy_set_header {header};" in NGINX


def test_the_proxy_leaves_the_headers_of_the_app_alone_and_adds_what_only_it_knows() -> None:
    added = re.findall(r"add_header (\S+)", NGINX)
    assert added == ["Strict-Transport-Security", "Set-Cookie"]
    assert not {*HEADERS, "Content-Security-Policy", "Cache-Control"} & set(added)
    assert "access_log off;" in NGINX
    assert "X-Forwarded-For" not in NGINX


def test_a_visit_stays_at_one_process() -> None:
    processes = dict(re.findall(r"^ +(127\.0\.0\.1:\d+) +([ab]);$", NGINX, re.MULTILINE))
    assert set(processes.values()) == {"a", "b"}
    for address, name in processes.items():
        (servers,) = re.findall(rf"upstream {name} {{(.*?)}}", NGINX, re.DOTALL)
        assert re.findall(r"server (\S+);", servers) == [address]
        assert len(re.findall(r"server \S+ backup;", servers)) == len(processes) - 1


def test_the_profile_in_the_documentation_is_right(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", DOCS, re.DOTALL)
    picture = ROOT / "tests" / "cases" / "profiles" / "huize-de-linde.png"
    (tmp_path / picture.name).write_bytes(picture.read_bytes())
    (tmp_path / "huize-de-linde.toml").write_text(example, "utf-8")
    assert load(tmp_path / "huize-de-linde.toml").name == "Huize De Linde"


def test_every_command_in_the_documentation_exists() -> None:
    told = command("--help").out
    named = set(re.findall(r"python -m wizard ([a-z-]+)", DOCS))
    assert named == {"profiles", "link-kit", "mirror", "learn"}
    assert [name for name in named if name not in told] == []
