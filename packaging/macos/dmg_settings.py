"""The window of the disk image, as dmgbuild reads it: the program, and the folder to drag it to.

`mac.py` gives the names that begin with `defines`. No extension is hidden: for that dmgbuild sets
Finder's flags on the program, and a strict look at its signature then refuses it.
"""

from pathlib import Path

if "defines" not in globals():
    raise SystemExit("dmgbuild reads this; run packaging/mac.py")
_given: dict[str, str] = globals()["defines"]

format = "ULFO"  # noqa: A001 - dmgbuild's name: lzfse, which macOS knows since 10.11
files = [_given["app"]]
symlinks = {"Applications": "/Applications"}
icon = _given["icon"]

default_view = "icon-view"
window_rect = ((200, 160), (640, 280))  # place and size, in points
background = "builtin-arrow"  # dmgbuild's own: an arrow from the one to the other
icon_size = 128
text_size = 13
icon_locations = {Path(_given["app"]).name: (140, 120), "Applications": (500, 120)}
