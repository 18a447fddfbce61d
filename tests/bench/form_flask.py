"""A minimal wizard in Flask, to measure beside: two screens, each a form that is posted and leads to the other."""

import sys

from flask import Flask, redirect, render_template_string, request, session, url_for
from werkzeug.wrappers import Response

SCREENS = {"een": ("Wat is er gebeurd?", "twee"), "twee": ("Wat was het gevolg?", "een")}
PAGE = """<!doctype html>
<html lang="nl"><title>{{ title }}</title>
<style>body { font: 1.1rem/1.5 sans-serif; max-width: 46rem; margin: auto } input { width: 100%; font: inherit }</style>
<h1>{{ title }}</h1>
<p>Vertel het in uw eigen woorden. U kunt het later nog veranderen.</p>
<form method="post"><label>Uw antwoord <input name="answer" value="{{ answer }}"></label>
<p><button id="next">Volgende</button></p></form>
"""

app = Flask(__name__)
app.secret_key = "of no use outside this measurement"


@app.get("/healthz")
def healthy() -> str:
    """Whether it serves."""
    return "ok"


@app.get("/<name>")
def screen(name: str) -> str:
    """One screen, with what was answered before."""
    return render_template_string(PAGE, title=SCREENS[name][0], answer=session.get(name, ""))


@app.post("/<name>")
def keep(name: str) -> Response:
    """Keep the answer, and go to the other screen."""
    session[name] = request.form["answer"]
    return redirect(url_for("screen", name=SCREENS[name][1]), 303)


if __name__ == "__main__":
    app.run("127.0.0.1", int(sys.argv[1]))
