"""Plots of a rule's rows, over months and by user: drawn inline, each named and told in words and in a table."""

from collections.abc import Iterator, Mapping, Sequence

from compliance.model.audit import RuleCount, Tally
from compliance.model.finding import Status
from compliance.report.audit import words
from compliance.report.markup import NEWLINE, Html, tag
from compliance.report.markup import table as table_of
from compliance.report.words import SHORT, clean, listed, sentence

MOST = 20
"""How many users are drawn."""
MOST_MONTHS = 600
"""From more months on, those without rows are left out."""
WIDTH, HEIGHT, LEFT, BELOW = 720, 180, 60, 24
ROW, NAMES = 22, 230
LONGEST = 30
"""The most letters of a user's name that fit beside a bar; the table has all of it."""


def plots(rule: RuleCount, name: str) -> Iterator[Html]:
    """The plots of a rule that some row is violated or contested under; `name` is unique on the page."""
    statuses = words.present(list(rule.by.get("month", {}).values()), words.GRAVE)
    if statuses:
        yield _months(rule, statuses, f"{name}-months")
    by_user = {one: tally for one, tally in rule.by.get("user", {}).items() if one}
    statuses = words.present(list(by_user.values()), words.GRAVE)
    if statuses:
        yield _users(rule, statuses, by_user, f"{name}-users")


def _total(tally: Tally, statuses: Sequence[Status]) -> int:
    return words.counted(tally, *statuses)


def _months(rule: RuleCount, statuses: Sequence[Status], name: str) -> Html:
    by_month = rule.by["month"]
    months = _every_month(by_month)
    tallies = [by_month.get(month, Tally({}, {})) for month in months]
    most = max(_total(one, statuses) for one in tallies)
    step = (WIDTH - LEFT) / len(months)
    bars: list[Html] = []
    for place, tally in enumerate(tallies):
        top = 0.0
        for status in statuses:
            tall = HEIGHT * tally.statuses.get(status, 0) / most
            top += tall
            x, y, wide = LEFT + place * step + step * 0.1, 10 + HEIGHT - top, max(step * 0.8, 0.5)
            bars += [_bar(status, x, y, wide, tall)] if tall else []
    every = max(1, -(-len(months) // 8))
    named = [
        _text(months[place], LEFT + place * step, HEIGHT + 10 + BELOW * 0.7)
        for place in range(0, len(months), every)
    ]
    axis = [
        _text(f"{most:,}", LEFT - 6, 16, "end"),
        _text("0", LEFT - 6, HEIGHT + 10, "end"),
        tag("path", d=f"M{LEFT} 10V{HEIGHT + 10}H{WIDTH}", class_="axis"),
    ]
    peak = max(months, key=lambda month: _total(by_month.get(month, Tally({}, {})), statuses))
    stretch = f"From {words.month(months[0])} to {words.month(months[-1])}"
    said = f"{stretch}; the most in one month are {most:,}, in {words.month(peak)}."
    title = f"{rule.title}: {_named(statuses)} {words.UNITS[rule.unit][1]} by month"
    drawn = _drawing(name, title, said, HEIGHT + 10 + BELOW, [*axis, *bars, *named])
    rows = [
        (words.month(one), *words.cells(statuses, [by_month[one]], True)) for one in months if one in by_month
    ]
    return _figure(drawn, title, said, statuses, "Month", rows)


def _users(
    rule: RuleCount,
    statuses: Sequence[Status],
    by_user: Mapping[str, Tally],
    name: str,
) -> Html:
    order = sorted(by_user, key=lambda one: (-_total(by_user[one], statuses), one))
    shown = [one for one in order if _total(by_user[one], statuses)][:MOST]
    most = _total(by_user[shown[0]], statuses)
    room = WIDTH - NAMES - 70
    drawn: list[Html] = []
    for place, user in enumerate(shown):
        y, x = 4 + place * ROW, float(NAMES)
        drawn.append(_text(_short(user), NAMES - 8, y + 14, "end"))
        for status in statuses:
            wide = room * by_user[user].statuses.get(status, 0) / most
            drawn += [_bar(status, x, y + 2, wide, ROW - 6)] if wide else []
            x += wide
        drawn.append(_text(f"{_total(by_user[user], statuses):,}", x + 6, y + 14))
    title = f"{rule.title}: {_named(statuses)} {words.UNITS[rule.unit][1]} by user"
    said = f"The {len(shown):,} users with the most of them; the first has {most:,}."
    rows = [(user, *words.cells(statuses, [by_user[user]], False)) for user in shown]
    return _figure(
        _drawing(name, title, said, 8 + len(shown) * ROW, drawn), title, said, statuses, "User", rows
    )


def _figure(
    drawn: Html,
    title: str,
    said: str,
    statuses: Sequence[Status],
    first: str,
    rows: Sequence[tuple[str, ...]],
) -> Html:
    named = (sentence(SHORT[one]) for one in statuses)
    head = (first, *named, *([words.IN_ALL] if first == "Month" else []))
    key = [[tag("span", "", class_=f"key {one}"), f" {SHORT[one]} "] for one in statuses]
    table = table_of(f"{title}, in numbers", head, rows)
    return tag(
        "figure",
        NEWLINE,
        tag("figcaption", title, ". ", said, " ", key),
        NEWLINE,
        drawn,
        NEWLINE,
        tag("details", tag("summary", "The same in a table"), NEWLINE, table),
        NEWLINE,
    )


def _drawing(name: str, title: str, said: str, height: float, parts: Sequence[Html]) -> Html:
    return tag(
        "svg",
        tag("title", title, id=f"{name}-title"),
        tag("desc", said, id=f"{name}-desc"),
        NEWLINE,
        [[part, NEWLINE] for part in parts],
        viewBox=f"0 0 {WIDTH} {height:g}",
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
    )


def _bar(status: Status, x: float, y: float, wide: float, tall: float) -> Html:
    return tag("rect", x=f"{x:.2f}", y=f"{y:.2f}", width=f"{wide:.2f}", height=f"{tall:.2f}", class_=status)


def _text(text: str, x: float, y: float, anchor: str = "start") -> Html:
    return tag("text", text, x=f"{x:.2f}", y=f"{y:.2f}", text_anchor=anchor)


def _named(statuses: Sequence[Status]) -> str:
    return listed([SHORT[one] for one in statuses])


def _short(user: str) -> str:
    told = clean(user)
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1]}…"


def _every_month(months: Mapping[str, Tally]) -> list[str]:
    """All months from the first to the last, those without rows too; only those with rows where they are not told as
    YEAR-MONTH."""
    known = sorted(one for one in months if one)
    try:
        numbers = [int(one[:4]) * 12 + int(one[5:]) - 1 for one in known]
    except ValueError:
        return known
    if not numbers:
        return [""]
    if numbers[-1] - numbers[0] > MOST_MONTHS:
        return known
    every = [f"{number // 12:04}-{number % 12 + 1:02}" for number in range(numbers[0], numbers[-1] + 1)]
    return every if set(known) <= set(every) else known
