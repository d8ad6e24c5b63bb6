"""What both programs of the bundle run: the window where no command is given."""

import sys

from wizard.cli import main

if __name__ == "__main__":
    sys.exit(main())
