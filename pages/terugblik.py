"""The look back at how the complaint was handled. It stays with the person, who may print it."""

from wizard.ui import fields, frame, helping, learn, paper, parts

ASKED = ("heard", "clear", "in_time", "fair")

with frame.page("terugblik"):
    for name in ASKED:
        fields.yes_no(f"lookback.{name}")
    fields.area("lookback.words")
    parts.heading("pages.terugblik.card")
    paper.one("terugblik")
    if not helping.on():
        learn.offer()
