"""In CI nothing is skipped quietly: a skip there is a failure, for it means something is missing.

Only what another system would run may be left out: its reason starts with "only on".
"""

import os
from collections.abc import Generator

import pytest

_EXCUSED = "only on "


def judge(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure that says why it was skipped, unless the reason excuses it."""
    if not report.skipped or hasattr(report, "wasxfail"):
        return
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    reason = reason.removeprefix("Skipped: ")
    if not reason.startswith(_EXCUSED):
        report.outcome = "failed"
        report.longrepr = f"skipped, which CI does not allow: {reason}"


if os.environ.get("CI") == "true":

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
        """Judge the report of one test."""
        report = yield
        judge(report)
        return report

    @pytest.hookimpl(wrapper=True)
    def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
        """Judge the report of a whole file, which a skip on its top level leaves out."""
        report = yield
        judge(report)
        return report
