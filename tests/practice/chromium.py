"""A real browser, headless: chromedriver's HTTP protocol (W3C WebDriver), as much as is needed."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # the protocol's own name for a reference
_PATIENCE = 60.0  # seconds for one command; a cold start is slow
_LONGEST = 30.0  # seconds for a page to go away
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-dev-shm-usage",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1100,1400",
)  # fmt: skip


class Chromium:
    """One open tab. Things are found as a person finds them: by the words beside them."""

    def __init__(self, http: httpx.Client, session: str) -> None:
        self._http = http
        self._session = f"/session/{session}"

    def open(self, address: str) -> None:
        self._send("POST", "/url", {"url": address})

    @property
    def address(self) -> str:
        return str(self._send("GET", "/url"))

    @property
    def text(self) -> str:
        """Everything that can be read on the page."""
        return self._text(self._find("//body"))

    def until(self, words: str) -> None:
        """Wait for a page that says this: a click may come back before the next page is there."""
        self._find(f"//*[contains(normalize-space(), '{words}')]")

    def follow(self, words: str) -> None:
        self._leave(self._find(f"//a[normalize-space()='{words}']"))

    def press(self, words: str) -> None:
        self._leave(self._find(f"//button[normalize-space()='{words}']"))

    def fill(self, label: str, text: str) -> None:
        field = self._labelled(label, "input")
        self._send("POST", f"/element/{field}/clear", {})
        self._send("POST", f"/element/{field}/value", {"text": text})

    def choose(self, label: str, option: str) -> None:
        field = self._labelled(label, "select")
        self._click(self._find(f".//option[normalize-space()='{option}']", field))

    def tick(self, label: str) -> None:
        self._click(self._find(f"//label[normalize-space()='{label}']//input"))

    def ticked(self, label: str) -> bool:
        box = self._find(f"//label[normalize-space()='{label}']//input")
        return bool(self._send("GET", f"/element/{box}/selected"))

    def code(self, name: str) -> str:
        """What stands in a field that is shown and not filled in."""
        return self._text(self._find(f"//code[@id='{name}']"))

    def _labelled(self, label: str, kind: str) -> str:
        return self._find(f"//{kind}[@id=//label[normalize-space()='{label}']/@for]")

    def _find(self, xpath: str, inside: str = "") -> str:
        place = f"/element/{inside}/element" if inside else "/element"
        found = self._send("POST", place, {"using": "xpath", "value": xpath})
        return str(found[ELEMENT])

    def _leave(self, element: str) -> None:
        """Click, and wait until this page is gone: a click may come back before that."""
        page = self._find("/*")
        self._click(element)
        until = time.monotonic() + _LONGEST
        while self._http.get(f"{self._session}/element/{page}/name").status_code == 200:
            assert time.monotonic() < until, "the page stays"

    def _click(self, element: str) -> None:
        self._send("POST", f"/element/{element}/click", {})

    def _text(self, element: str) -> str:
        return str(self._send("GET", f"/element/{element}/text"))

    def _send(self, method: str, path: str, body: object = None) -> Any:
        return _send(self._http, method, self._session + path, body)


def _send(http: httpx.Client, method: str, path: str, body: object = None) -> Any:
    answer = http.request(method, path, json=body) if method == "POST" else http.get(path)
    value = answer.json()["value"]
    assert answer.status_code == 200, f"{method} {path}: {value}"
    return value


@contextmanager
def chromium(folder: Path) -> Iterator[Chromium]:
    """Start a browser of its own, with a fresh profile under `folder`, and end it afterwards."""
    home = {**os.environ, "HOME": str(folder), "XDG_CONFIG_HOME": str(folder)}
    with subprocess.Popen(
        ["chromedriver", "--port=0"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=home,
        start_new_session=True,
    ) as driver:  # fmt: skip
        try:
            address = f"http://127.0.0.1:{_port(driver)}"
            with httpx.Client(base_url=address, timeout=_PATIENCE, trust_env=False) as http:
                flags = [*_FLAGS, f"--user-data-dir={folder / 'profile'}"]
                options = {"args": flags, "binary": shutil.which("chromium")}
                wanted = {"capabilities": {"alwaysMatch": {"goog:chromeOptions": options}}}
                session = _send(http, "POST", "/session", wanted)["sessionId"]
                # A click returns before the next page is there: finding waits for it.
                waits = {"implicit": int(_PATIENCE * 500)}
                _send(http, "POST", f"/session/{session}/timeouts", waits)
                yield Chromium(http, session)
                http.delete(f"/session/{session}")
        finally:
            os.killpg(driver.pid, signal.SIGTERM)
            driver.communicate(timeout=_PATIENCE)


def _port(driver: subprocess.Popen[str]) -> int:
    assert driver.stdout is not None
    for line in driver.stdout:
        if found := re.search(r"started successfully on port (\d+)", line):
            return int(found[1])
    raise AssertionError("chromedriver did not start")
