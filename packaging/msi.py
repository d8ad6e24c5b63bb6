"""Make the MSI of a frozen program: `python3 packaging/msi.py PROGRAM INTO ICONS`. Needs wixl.

For tools that deploy to a fleet and want nothing else. It installs for all users and asks nothing.
It does not look whether the program works: who calls it has made the smoke test.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import uuid
import xml.etree.ElementTree as ET
from pathlib import Path

import contents
import signing
import system
from stop import StopError
from told import told
from version_resource import numbers

# Names that Windows knows the product and each of its files by, from version to version.
_FAMILY = uuid.UUID("0b8a4c52-60a1-5d0f-9a65-6f0d2c7e41b3")
_NAMESPACE = "http://schemas.microsoft.com/wix/2006/wi"
_NEWER = "A newer version of this program is installed already. Nothing was changed."
_TOOLS = (
    system.program("wixl", "wixl"),
    system.program("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64"),
)
_RUNNING = contents.ROOT / "packaging" / "windows" / "msi_running.c"


def file_name() -> str:
    """Give the MSI's name, as a release has it."""
    return f"{contents.COMMAND}-wizard-{contents.version()}-win64.msi"


def msi(program: Path, out: Path, icon: Path, version: str = "") -> Path:
    """Make the MSI `out` of the folder `program`. `version`: another than the checkout's.

    Raises StopError.
    """
    system.provide(_TOOLS)
    with tempfile.TemporaryDirectory(prefix="msi-") as scratch:
        # wixl finds only what lies beside its source.
        Path(scratch, "program").symlink_to(program)
        Path(scratch, "program.ico").symlink_to(icon)
        _call("x86_64-w64-mingw32-gcc", "-shared", "-Os", "-s", "-o", f"{scratch}/running.dll",
              str(_RUNNING), "-lmsi")  # fmt: skip
        source = Path(scratch, "halo-setup.wxs")
        source.write_text(description(program, version or contents.version()), encoding="utf-8")
        _call("wixl", "--arch", "x64", "--output", str(out), source.name, cwd=scratch)
    signing.sign_windows([out])
    return out


def description(program: Path, version: str) -> str:
    """Give what wixl reads: the product, its folders and files, its place in the Start menu.

    Windows compares three numbers of a version: 1.2.3rc1 and 1.2.3 are the same to it.
    """
    root = ET.Element("Wix", {"xmlns": _NAMESPACE})
    major, minor, patch, _ = numbers(version)
    number = f"{major}.{minor}.{patch}"
    product = ET.SubElement(root, "Product", {
        "Id": "*", "Name": contents.NAME, "Language": "1033", "Manufacturer": contents.PUBLISHER,
        "Version": number, "UpgradeCode": str(_FAMILY).upper(),
    })  # fmt: skip
    ET.SubElement(product, "Package", {
        "InstallerVersion": "500", "Compressed": "yes", "InstallScope": "perMachine",
        "Description": f"{contents.NAME} {version}",
    })  # fmt: skip
    _upgrade(product, f"{major}.{minor}.{patch + 1}")
    _order(product)
    ET.SubElement(product, "Media", {"Id": "1", "Cabinet": "program.cab", "EmbedCab": "yes"})
    ET.SubElement(product, "Icon", {"Id": "program.ico", "SourceFile": "program.ico"})
    for name, value in (("ARPPRODUCTICON", "program.ico"), ("ARPNOMODIFY", "1")):
        ET.SubElement(product, "Property", {"Id": name, "Value": value})
    top = ET.SubElement(product, "Directory", {"Id": "TARGETDIR", "Name": "SourceDir"})
    ET.SubElement(top, "Directory", {"Id": "ProgramMenuFolder"})
    files = ET.SubElement(top, "Directory", {"Id": "ProgramFiles64Folder"})
    home = ET.SubElement(files, "Directory", {"Id": "INSTALLDIR", "Name": contents.NAME})
    feature = ET.SubElement(product, "Feature", {"Id": "Program", "Level": "1"})
    for component in _fill(home, program, program):
        ET.SubElement(feature, "ComponentRef", {"Id": component})
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _upgrade(product: ET.Element, following: str) -> None:
    """Take an older version away, or another build of this one; leave before a newer one."""
    # wixl leaves IncludeMaximum out: the limit is the version after this one.
    upgrade = ET.SubElement(product, "Upgrade", {"Id": str(_FAMILY).upper()})
    ET.SubElement(upgrade, "UpgradeVersion", {
        "Minimum": "0.0.0", "IncludeMinimum": "yes", "Maximum": following, "Property": "OLDER",
    })  # fmt: skip
    ET.SubElement(upgrade, "UpgradeVersion", {
        "Minimum": following, "IncludeMinimum": "yes", "OnlyDetect": "yes", "Property": "NEWER",
    })  # fmt: skip
    ET.SubElement(product, "Condition", {"Message": _NEWER}).text = "NOT NEWER OR Installed"


def _order(product: ET.Element) -> None:
    """Look whether the program runs before anything is changed, and take the old one away."""
    ET.SubElement(product, "Binary", {"Id": "running", "SourceFile": "running.dll"})
    ET.SubElement(product, "CustomAction", {
        "Id": "LeaveIfRunning", "BinaryKey": "running", "DllEntry": "LeaveIfRunning",
        "Execute": "immediate", "Return": "check",
    })  # fmt: skip
    sequence = ET.SubElement(product, "InstallExecuteSequence")
    ET.SubElement(sequence, "Custom", {"Action": "LeaveIfRunning", "After": "CostFinalize"})
    ET.SubElement(sequence, "RemoveExistingProducts", {"After": "InstallValidate"})


def _fill(place: ET.Element, folder: Path, program: Path) -> list[str]:
    """Describe a folder's files and folders, and give the components' names."""
    components = []
    for path in sorted(folder.iterdir()):
        inside = path.relative_to(program).as_posix()
        name = hashlib.sha256(inside.encode()).hexdigest()[:16]
        if path.is_dir():
            below = ET.SubElement(place, "Directory", {"Id": f"d{name}", "Name": path.name})
            components += _fill(below, path, program)
            continue
        guid = str(uuid.uuid5(_FAMILY, inside)).upper()
        component = ET.SubElement(
            place, "Component", {"Id": f"c{name}", "Guid": guid, "Win64": "yes"}
        )
        ET.SubElement(component, "File", {
            "Id": f"f{name}", "Name": path.name, "Source": f"program/{inside}",
            "KeyPath": "yes",
        })  # fmt: skip
        if inside == f"{contents.NAME}.exe":
            ET.SubElement(component, "Shortcut", {
                "Id": "StartMenu", "Directory": "ProgramMenuFolder", "Name": contents.NAME,
                "Target": f"[#f{name}]", "WorkingDirectory": "INSTALLDIR",
            })  # fmt: skip
        components.append(f"c{name}")
    return components


def _call(*command: str, cwd: str | None = None) -> None:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    if done.returncode:
        raise StopError(f"{done.stdout}{done.stderr}\n{command[0]} failed.")


def main(arguments: list[str]) -> int:
    """Make it. Gives the exit code; 4 where it cannot be made."""
    program, into, icons = (Path(argument).absolute() for argument in arguments)
    return told(lambda: msi(program, into / file_name(), icons / "halo-setup.ico"))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
