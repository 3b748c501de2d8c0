"""How the documentation is built: `make docs`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))
from docs import reference

project = "centre-check 标准化创业中心审核"
copyright = "The centre-check authors"  # noqa: A001  # Sphinx asks for this name
language = "zh_CN"
extensions = ["myst_parser"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = project
html_theme_options = {"navigation_with_keys": True}
exclude_patterns = ["README.md"]
# Headings of pages that tests generate begin where their readers need it.
suppress_warnings = ["myst.header", "misc.highlighting_failure"]

reference.write(Path(__file__).parent / "generated")
