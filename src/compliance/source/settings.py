"""Settings of a project: [tool.compliance] in the nearest pyproject.toml that has one."""

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import lru_cache
from pathlib import Path
from typing import Any

from compliance.model.diagnostic import Diagnostic, InputError
from compliance.model.span import Span
from compliance.source.nearest import did_you_mean, short

FOR_COMMANDS = ("library", "shipped", "positions", "standard", "law-as-of", "format", "fail-on", "waivers")
"""Defaults for options of commands."""
FOR_SCENARIOS = ("features", "unchecked-practices")
"""What pytest is told: which feature files are ours, and which practice files no scenario has to check."""
KEYS = (*FOR_COMMANDS, *FOR_SCENARIOS)
FILE = "pyproject.toml"


@dataclass(frozen=True)
class Settings:
    """What a project says."""

    folder: Path | None = None
    """Where its pyproject.toml lies; None where there is none."""
    values: Mapping[str, Any] = field(default_factory=dict)
    """By key; the paths of `library` and `waivers` lead on from the folder."""

    @property
    def law(self) -> tuple[tuple[Path, ...], bool, tuple[str, ...]]:
        """Folders added to the law, whether the shipped law counts, and the positions (none: all), as for `check`.

        COMPLIANCE_LIBRARY, COMPLIANCE_SHIPPED and COMPLIANCE_POSITIONS come first.
        """
        library = os.environ.get("COMPLIANCE_LIBRARY")
        folders = self.values.get("library", ()) if library is None else library.split(os.pathsep)
        shipped = os.environ.get("COMPLIANCE_SHIPPED")
        positions = os.environ.get("COMPLIANCE_POSITIONS", self.values.get("positions", ""))
        return (
            tuple(Path(one).absolute() for one in folders if one),
            bool(self.values.get("shipped", True)) if shipped is None else shipped.lower() in _YES,
            tuple(name.strip() for name in positions.split(",") if name.strip()),
        )

    def covers(self, key: str, path: Path) -> bool | None:
        """Whether a path is one that a list of files, folders and patterns names; None where there is no such list."""
        if self.folder is None or key not in self.values:
            return None
        try:
            inside = path.absolute().relative_to(self.folder)
        except ValueError:
            return False
        names = [one.as_posix() for one in (inside, *inside.parents)]
        return any(fnmatch(name, _inside(pattern)) for pattern in self.values[key] for name in names)


_YES = ("1", "true", "t", "yes", "y", "on")


def settings_at(folder: Path) -> Settings:
    """The settings that hold in a folder. Raises InputError for a file that is not TOML or a setting that is wrong."""
    here = folder.absolute()
    for place in (here, *here.parents):
        path = place / FILE
        if path.is_file():
            found = _read(path, path.stat().st_mtime_ns)
            if found is not None:
                return found
    return Settings()


@lru_cache(maxsize=64)
def _read(path: Path, changed: int) -> Settings | None:
    """The settings in one file, or None where it has none; `changed` is when the file last did."""
    del changed
    text = path.read_bytes().decode("utf-8", "replace")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r" \(at line (\d+), column (\d+)\)", str(error))
        line, column = (int(at[1]), int(at[2])) if at else (max(1, len(text.splitlines())), 1)
        message = f"this is not valid TOML: {str(error).partition(' (at ')[0]}"
        raise _wrong(path, text, line, column, message, "correct the file") from error
    tool = data.get("tool")
    if not isinstance(tool, dict) or "compliance" not in tool:
        return None
    settings = tool["compliance"]
    wrong = next(_wrong_settings(settings), None) or next(_lost_features(path.parent, settings), None)
    if wrong is not None:
        key, message, help_ = wrong
        rows = text.splitlines()
        named = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=|\[tool\.compliance\.{re.escape(key)}")
        line = next((i for i, row in enumerate(rows, 1) if named.match(row)), 1)
        raise _wrong(path, text, line, 1, message, help_)
    led_on: dict[str, Any] = {}
    if "library" in settings:
        led_on["library"] = [str(path.parent / one) for one in settings["library"]]
    if "waivers" in settings:
        led_on["waivers"] = str(path.parent / settings["waivers"])
    return Settings(path.parent, {**settings, **led_on})


def _wrong_settings(settings: Any) -> Iterator[tuple[str, str, str]]:
    """(key, what is wrong with its setting, what to do) for each that is wrong."""
    if not isinstance(settings, dict):
        yield "compliance", "[tool.compliance] is a table of settings", "write '[tool.compliance]' on a line"
        return
    for key, value in settings.items():
        if key not in KEYS:
            help_ = did_you_mean(key, KEYS, "the settings are " + ", ".join(KEYS))
            yield key, f"[tool.compliance] has no setting '{key}'", help_
        lists = ("library", *FOR_SCENARIOS)
        if key in lists and not (isinstance(value, list) and all(isinstance(one, str) for one in value)):
            yield key, f"the setting '{key}' is a list of paths", f'write {key} = ["…"]'
        if key == "shipped" and not isinstance(value, bool):
            yield key, "the setting 'shipped' is true or false", "write shipped = false"
        if key == "positions" and not isinstance(value, str):
            yield key, "the setting 'positions' is text", 'write positions = "one, other"'
        if key == "waivers" and not isinstance(value, str):
            yield key, "the setting 'waivers' is a path", 'write waivers = "waivers.yaml"'


def _inside(pattern: str) -> str:
    """A path or pattern of a list as it stands in front of what it covers: 'features' for './features/'."""
    return Path(pattern.strip("/")).as_posix()


def _lost_features(folder: Path, settings: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """As `_wrong_settings`, for each of `features` that leads to nothing, so that no scenario would ever run."""
    for pattern in settings.get("features", ()):
        if not _leads_somewhere(folder, _inside(pattern)):
            message = f"the setting 'features' names '{short(pattern)}', and there is nothing of this name"
            names = sorted(one.name for one in folder.iterdir() if one.is_dir() and one.name[0] != ".")
            help_ = did_you_mean(pattern, names, f"paths lead on from the folder of {FILE}; correct it")
            yield "features", message, help_


def _leads_somewhere(folder: Path, pattern: str) -> bool:
    if ".." in Path(pattern).parts:
        return False
    if os.path.lexists(folder / pattern):
        return True
    if not any(sign in pattern for sign in "*?["):
        return False
    for place, inner, files in os.walk(folder):
        if not pattern.startswith("."):
            inner[:] = [name for name in inner if not name.startswith(".")]
        below = Path(place).relative_to(folder)
        if any(fnmatch((below / name).as_posix(), pattern) for name in (*inner, *files)):
            return True
    return False


def _wrong(path: Path, text: str, line: int, column: int, message: str, help_: str) -> InputError:
    from compliance.source.files import display_name

    rows = text.splitlines()
    row = rows[line - 1] if line <= len(rows) else ""
    span = Span(display_name(path), line, column, line, max(column, len(row)) + 1)
    return InputError((Diagnostic("bad-settings", message, span, help_, line_text=row or None),))
