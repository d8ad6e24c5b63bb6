"""A report as one HTML file that asks nothing of anybody: no script, no address to load from."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Collection
from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from wizard.report.page import Page, standings, words
from wizard.report.plain import plain
from wizard.report.sheet import Made, Sheet
from wizard.resource import resource

# The name that a mark goes by, and the file of its drawing.
ICONS = {
    "met": "met",
    "missing": "missing",
    "unknown": "unknown",
    "excess": "excess",
    "person": "person",
    "failed": "warning",
    "info": "info",
}
_FOLDER = ("templates", "report")


def as_html(sheets: Collection[Sheet], made: Made) -> str:
    """Give the report of these setups; of one, all of it stands open."""
    css = style("report.css")
    drawings = [(name, Markup(_drawing(name))) for name in ICONS]  # noqa: S704 - our own
    return render(
        "report.html",
        Page(sheets, made),
        made,
        css=Markup(css),  # noqa: S704 - our own file
        policy=_policy(css),
        icons=drawings,
    )


def render(template: str, page: Page, made: Made, **more: object) -> str:
    """Fill in a template of resources/templates/report."""
    said = {"page": page, "made": made, "t": words(), "standings": standings()}
    return _templates().get_template(template).render(said | more)


def style(name: str) -> str:
    """Give a style sheet of the same folder."""
    return resource(*_FOLDER, name).read_text("utf-8")


def icon(name: str) -> str:
    """Give the SVG of a mark, in the colour `currentColor`."""
    return resource("icons", f"{ICONS[name]}.svg").read_text("utf-8")


@cache
def _templates() -> Environment:
    """Give the templates. Whatever text they show is made plain, then escaped."""
    return Environment(
        loader=FileSystemLoader(resource(*_FOLDER)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_shown,
    )


def _shown(value: object) -> object:
    return plain(value) if type(value) is str else value


def _policy(css: str) -> str:
    """Give the policy by which a browser takes this one style sheet and nothing else."""
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


@cache
def _drawing(name: str) -> str:
    return re.sub(r"</?svg[^>]*>", "", icon(name)).strip()
