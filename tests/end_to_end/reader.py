"""Reads a window through AT-SPI, as a screen reader does. Run by the system's python3: pyatspi.

A line of JSON in, a line of JSON out:

    {"do": "look"}                              {"nodes": [[parent, role, name, description,
                                                  states, text], …]}, children after their parents
    {"do": "act", "node": 7, "action": "Press"} {"done": true}; a node is its place in the last look
    {"do": "write", "node": 7, "text": "…"}     {"done": true}
    {"do": "listen", "seconds": 0.1}            {"heard": [[kind, words], …]}, waits for the first

What has vanished meanwhile gives {"gone": true}: look again.
"""

import json
import sys
import time

import pyatspi
from gi.repository import GLib

_KINDS = {
    "object:announcement": "announcement",
    "object:state-changed:focused": "focus",
    "object:text-changed:insert": "text",
    "object:property-change": "property",
}
_TEXTS = ("text", "password text")
_PLAIN = ("filler",)  # only there for the layout: not worth the question
_LEAVES = ("label", "push button", "radio button", "text", "password text")


class Reader:
    """Sees what one program shows, presses and writes in it, and hears what it tells."""

    def __init__(self):
        self._context = GLib.MainContext.default()
        self._nodes = []
        self._heard = []
        pyatspi.Registry.registerEventListener(self._hear, *_KINDS)

    def look(self, _):
        self._nodes = []
        told = []
        for program in _children(pyatspi.Registry.getDesktop(0)):
            for window in _children(program):
                self._walk(window, -1, told)
        return {"nodes": told}

    def act(self, order):
        action = self._nodes[order["node"]].queryAction()
        names = [action.getName(number) for number in range(action.nActions)]
        wanted = order["action"]
        return {"done": wanted in names and action.doAction(names.index(wanted))}

    def write(self, order):
        text = self._nodes[order["node"]].queryEditableText()
        return {"done": text.setTextContents(order["text"])}

    def listen(self, order):
        deadline = time.monotonic() + order["seconds"]
        while not self._heard and time.monotonic() < deadline:
            if not self._context.iteration(False):
                time.sleep(0.002)
        while self._context.iteration(False):
            pass
        heard, self._heard = self._heard, []
        return {"heard": heard}

    def answer(self, order):
        try:
            return getattr(self, order["do"])(order)
        except (GLib.Error, AttributeError, NotImplementedError) as error:
            return {"gone": True, "error": str(error)}

    def _walk(self, node, parent, told):
        states = [pyatspi.stateToString(state) for state in node.getState().getStates()]
        if "showing" not in states:
            return
        place, role = len(told), node.getRoleName()
        text = node.queryText().getText(0, -1) if role in _TEXTS else ""
        described = node.description if role not in _PLAIN else ""
        self._nodes.append(node)
        told.append([parent, role, node.name, described, states, text])
        for child in _children(node) if role not in _LEAVES else ():
            self._walk(child, place, told)

    def _hear(self, event):
        kind = next(kind for prefix, kind in _KINDS.items() if event.type.startswith(prefix))
        try:
            if kind != "focus":
                self._heard.append([kind, str(event.any_data)])
            elif event.detail1:
                self._heard.append([kind, event.source.name])
        except GLib.Error:
            pass  # it has vanished since


def _children(node):
    every = (node.getChildAtIndex(number) for number in range(node.childCount))
    return [child for child in every if child is not None]


def main():
    reader = Reader()
    for line in sys.stdin:
        print(json.dumps(reader.answer(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
