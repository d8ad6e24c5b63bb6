"""Words that are hard to quote, and times."""

from __future__ import annotations

import datetime as dt

from wizard.fleet.timetable import Weekday, When

WORDS = (
    "/opt/Halo Setup/halo-setup",
    "--home",
    '/srv/anna/a "b" \'c\' 100% %h $HOME ${x} & <d> ; # \\ \\" ü \\%',
    "C:\\Users\\Anna B\\",
    "",
    "recheck",
    "--all",
)
DAILY = When(dt.time(6, 5))
WEEKLY = tuple(When(dt.time(23, 59), day) for day in Weekday)
TIMES = (DAILY, When(dt.time(0, 0)), *WEEKLY)
