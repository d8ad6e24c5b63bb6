"""What Windows shows of the programs under Properties > Details, as PyInstaller reads it."""

from __future__ import annotations

import re

from contents import NAME, PUBLISHER

_TEXT = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags=0x0, OS=0x40004,
                    fileType=0x1, subtype=0x0, date=(0, 0)),
  kids=[
    StringFileInfo([StringTable('040904B0', [
      StringStruct('CompanyName', {publisher!r}),
      StringStruct('FileDescription', {description!r}),
      StringStruct('FileVersion', {version!r}),
      StringStruct('InternalName', {file!r}),
      StringStruct('LegalCopyright', {copyright!r}),
      StringStruct('OriginalFilename', {file!r}),
      StringStruct('ProductName', {name!r}),
      StringStruct('ProductVersion', {version!r}),
    ])]),
    VarFileInfo([VarStruct('Translation', [0x0409, 0x04B0])]),
  ]
)
"""


def version_resource(version: str, program: str, description: str) -> str:
    """Give the resource for `program` (without .exe) of this version, such as "1.2.3rc1"."""
    return _TEXT.format(
        numbers=numbers(version),
        publisher=PUBLISHER,
        description=description,
        version=version,
        file=f"{program}.exe",
        copyright=f"Copyright (c) {PUBLISHER}. MIT License.",
        name=NAME,
    )


def numbers(version: str) -> tuple[int, int, int, int]:
    """Give the four numbers that Windows compares; of "1.2.3rc1" these are (1, 2, 3, 0)."""
    found = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?", version)
    if found is None:
        raise ValueError(f"{version} does not begin with two numbers")
    major, minor, patch = (int(part or 0) for part in found.groups())
    return major, minor, patch, 0
