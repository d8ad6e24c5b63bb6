#!/usr/bin/env python3
"""Run Halo Setup Wizard, or its tests, from a fresh checkout: `python3 packaging/run.py [test] …`.

Plain old syntax on purpose: a Python that is too old must still get as far as the sentence that
says what to do. All the work is in `project.py`, which is loaded only on a Python that fits.
"""

import subprocess
import sys

import interpreter


def main(arguments: "list[str]") -> int:
    """Hand over to `project`, on this Python or on one that fits. Gives the exit code."""
    if not interpreter.fits(sys.version_info[:2]):
        other = interpreter.best(interpreter.installed())
        if other is None:
            sys.stderr.write(interpreter.advice(sys.version_info[:2]) + "\n")
            return 4
        return subprocess.call([other, *sys.argv[:1], *arguments])

    import project  # noqa: PLC0415  its syntax needs a Python that fits

    return project.main(arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
