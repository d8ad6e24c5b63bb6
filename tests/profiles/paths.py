from pathlib import Path

from wizard.resource import resource

GUIDES = Path(__file__).parent / "guides"
BUILT_IN = resource("profiles")
EVERY_FILE = (*sorted(BUILT_IN.glob("*.toml")), *sorted(GUIDES.glob("*.toml")))
