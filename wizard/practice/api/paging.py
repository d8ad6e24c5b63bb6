"""Lists: HaloPSA's paging and its oddities (halo-api.md §8.1 and §8.4 nos. 8 and 9)."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.practice.api.call import Call

Row = dict[str, object]


def page(call: Call, rows: Sequence[Row]) -> tuple[list[Row], int]:
    """Give the rows of the asked page, and the record_count to claim.

    Without `pageinate=true` the page parameters are ignored (C). A page never has more rows than
    the cap (L). `count=n` caps the rows and record_count with them (L). On some tenants page_size
    is ignored and record_count is that of the page (L).
    """
    fixed = call.behaviour.fixed_page
    count = call.number("count")
    if call.flag("pageinate"):
        size = fixed or min(call.number("page_size") or call.behaviour.page_cap, _cap(call))
        start = (max(call.number("page_no") or 1, 1) - 1) * size
        chosen = list(rows[start : start + size])
        return chosen, len(chosen) if fixed else len(rows)
    if count is not None:
        chosen = list(rows[:count])
        return chosen, len(chosen)
    return list(rows), len(rows)


def envelope(call: Call, key: str, rows: Sequence[Row]) -> object:
    """Give the page in its wrapper, or bare where the list has no wrapper key."""
    chosen, claimed = page(call, rows)
    return {"record_count": claimed, key: chosen} if key else chosen


def _cap(call: Call) -> int:
    return max(call.behaviour.page_cap, 1)
