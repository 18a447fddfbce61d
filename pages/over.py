"""About: privacy, what this is not, sources, accessibility, licence."""

from wizard import law
from wizard.texts import words
from wizard.ui import frame, parts

with frame.page("over"):
    parts.heading("pages.over.privacy")
    parts.show("list", items=[words(f"pages.over.privacy_{number}") for number in range(1, 9)])
    for subject in ("advice", "access", "licence"):
        parts.heading(f"pages.over.{subject}")
        parts.say(f"pages.over.{subject}_text")
    parts.heading("pages.over.sources")
    parts.say("pages.over.sources_intro")
    parts.show("sources", sources=law.sources().values())
