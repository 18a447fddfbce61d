"""Streamlit's static files, made small once: compressed, its icon font cut to the icons that the screens use, and its
text font, which Streamlit loads before it knows that ours is used, left without letters.

`prepare` makes them, at set-up or beside a running app; until then Streamlit's own files are served as they are.
"""

import hashlib
import shutil
import tempfile
from pathlib import Path

import streamlit
from fontTools import subset
from servestatic import ServeStaticASGI
from servestatic.compress import Compressor
from starlette.types import ASGIApp

ORIGINAL = Path(streamlit.__file__).parent / "static"
CACHE = Path(__file__).resolve().parents[3] / ".cache"
HERE = Path(__file__).parent
RECIPE = hashlib.sha256(b"".join((HERE / name).read_bytes() for name in ("assets.py", "icons.txt"))).hexdigest()[:8]
PREPARED = CACHE / f"static-{streamlit.__version__}-{RECIPE}"  # made again when how or what changes
ICONS = (HERE / "icons.txt").read_text("utf-8").split()
LARGEST = 900_000  # bytes; what is larger draws charts and maps, which no screen has
ICON_FONT = "media/MaterialSymbols-Rounded.*.woff2"
TEXT_FONT = "media/SourceSansVF-*.woff2"


def prepare() -> None:
    """Make the small files, unless they are there already. A half-made folder never counts."""
    if PREPARED.exists():
        return
    CACHE.mkdir(exist_ok=True)
    half_made = Path(tempfile.mkdtemp(dir=CACHE))
    shutil.copytree(ORIGINAL / "static", half_made, ignore=_too_large, dirs_exist_ok=True)
    for font in half_made.glob(ICON_FONT):
        cut(font, ICONS)
    for font in half_made.glob(TEXT_FONT):
        cut(font, [])
    compressor = Compressor(quiet=True)
    for file in [file for file in half_made.rglob("*") if file.is_file() and compressor.should_compress(file.name)]:
        compressor.compress(str(file))
    half_made.chmod(0o755)
    half_made.rename(PREPARED)


def _too_large(folder: str, names: list[str]) -> list[str]:
    return [
        name for name in names if (Path(folder) / name).is_file() and (Path(folder) / name).stat().st_size > LARGEST
    ]


def cut(font: Path, icons: list[str]) -> None:
    """Leave only these icons in a font, and the ligatures that spell their names; no icons leaves no letters."""
    options = subset.Options(
        flavor="woff2", layout_features=["*"], layout_closure=False, glyph_names=True, notdef_outline=True
    )
    opened = subset.load_font(str(font), options)
    cutter = subset.Subsetter(options)
    cutter.populate(
        glyphs=icons, text="".join(icons) or " "
    )  # a font with nothing in it is one that browsers complain of
    cutter.subset(opened)
    subset.save_font(opened, str(font), options)


def small_files(app: ASGIApp) -> ASGIApp:
    """ASGI middleware: the small files where they are made, the rest from the app."""
    if not PREPARED.exists():
        return app
    served: ASGIApp = ServeStaticASGI(
        app, root=str(PREPARED), prefix="static", immutable_file_test=lambda _path, _url: True
    )
    return served
