"""Nothing: in place of PyInstaller's own, which collects the real package (see slim/)."""
