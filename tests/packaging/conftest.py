"""The tests of the frozen program need one: `HALO_SETUP_FROZEN=FOLDER pytest tests/packaging`."""

import os

collect_ignore = [] if os.environ.get("HALO_SETUP_FROZEN") else ["frozen"]
