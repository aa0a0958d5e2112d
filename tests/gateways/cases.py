"""The requests of tests/data: what is accepted, and what is refused with which codes."""

import dataclasses
import pathlib
import re

import paths

# First line of a violation in a text report: FILE:LINE:COLUMN: SEVERITY: MESSAGE [CODE]
_VIOLATION = re.compile(r"^\S+?:\d+:\d+: (error|warning|info): (.*) \[([a-z0-9.-]+)\]$")


@dataclasses.dataclass(frozen=True)
class Case:
    name: str
    body: bytes
    schema: pathlib.Path | None  # its own schema; none: the one of CreateService
    codes: tuple[str, ...]  # of its errors, in their order
    message: str  # of the first error

    @property
    def is_good(self) -> bool:
        return not self.codes

    @property
    def log_codes(self) -> str:
        """Each code once: what the access log says."""
        return ",".join(dict.fromkeys(self.codes)) or "-"


def _errors(report: pathlib.Path) -> list[tuple[str, str]]:
    """(message, code) of each error of a text report."""
    if not report.exists():
        return []
    text = report.read_bytes().decode("utf-8")
    found = [match for line in text.split("\n") if (match := _VIOLATION.match(line))]
    return [(match[2], match[3]) for match in found if match[1] == "error"]


def load(folder: str) -> list[Case]:
    """The requests of tests/data/FOLDER that need no options."""
    found = []
    for path in sorted((paths.DATA / folder).glob("*.json")):
        if path.name.endswith(".schema.json") or path.with_suffix(".options").exists():
            continue
        schema = path.with_suffix(".schema.json")
        errors = _errors(path.with_suffix(".out"))
        found.append(
            Case(
                name=path.stem,
                body=path.read_bytes(),
                schema=schema if schema.exists() else None,
                codes=tuple(code for _, code in errors),
                message=errors[0][0] if errors else "",
            )
        )
    if not found:
        raise RuntimeError(f"no requests in tests/data/{folder}")
    return found


def good() -> list[Case]:
    return load("ok") + [case for case in load("err") if case.is_good]


def bad() -> list[Case]:
    return [case for case in load("err") if not case.is_good]


def named(name: str) -> Case:
    return next(case for case in load("ok") + load("err") if case.name == name)


GOOD = named("k8s")
BAD = named("endpoint.scheme")


def padded(size: int) -> bytes:
    """A good body of `size` bytes."""
    return GOOD.body + b" " * (size - len(GOOD.body))
