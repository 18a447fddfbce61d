"""What lies around Streamlit's pages: the first HTML, the security headers, health, and pages without JavaScript."""

from wizard.ui.web.assets import prepare, small_files
from wizard.ui.web.gate import Gate
from wizard.ui.web.leftovers import forgetting
from wizard.ui.web.pages import routes

__all__ = ["Gate", "forgetting", "prepare", "routes", "small_files"]
