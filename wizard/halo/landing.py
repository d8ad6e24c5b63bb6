"""The page that the browser shows when it comes back from HaloPSA: whole in itself, no script."""

from __future__ import annotations

from html import escape

from wizard.language import tr
from wizard.problems import Problem

_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:1.05rem/1.5 system-ui,sans-serif;display:grid;place-items:center;min-height:90vh;"
    "margin:0;padding:0 1.5rem}"
    "main{max-width:34rem}"
    "h1{font-size:1.6rem;margin:0 0 .5rem}"
    "p{margin:.4rem 0}"
    ".quiet{opacity:.75;font-size:.95rem}"
)


def arrived() -> str:
    """Give the page for an answer that the wizard can go on with.

    It does not say that the sign-in worked: that is only known when HaloPSA has given a token.
    """
    return _page(
        tr("Back to the wizard"),
        tr("You can close this tab. Halo Setup Wizard goes on in its own window."),
    )


def failed(problem: Problem) -> str:
    """Give the page for an answer that the wizard cannot use."""
    return _page(
        tr("This sign-in did not work"),
        problem.happened,
        problem.remedy,
        tr("You can close this tab and go back to Halo Setup Wizard."),
    )


def elsewhere() -> str:
    """Give the page for any other address."""
    return _page(
        tr("Nothing is here"),
        tr("Halo Setup Wizard waits here for a sign-in to HaloPSA, and for nothing else."),
    )


def _page(title: str, *lines: str) -> str:
    text = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return (
        '<!doctype html><html><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)} – Halo Setup Wizard</title><style>{_STYLE}</style></head>"
        f'<body><main><p class="quiet">Halo Setup Wizard</p><h1>{escape(title)}</h1>{text}'
        "</main></body></html>"
    )
