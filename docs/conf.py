"""Sphinx: the documentation as pages; `make docs`."""

project = "Fahrstuhl"
author = "Fahrstuhl maintainers"
language = "en"
extensions = ["myst_parser"]
html_theme = "furo"
html_title = "Fahrstuhl"
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 3
