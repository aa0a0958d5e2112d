"""The linters that are compared: how each is called, and which files it calls faulty."""

import dataclasses
import json
import re
from collections.abc import Callable


@dataclasses.dataclass(frozen=True)
class Tool:
    name: str
    command: list[str]
    target: Callable[[str], list[str]]  # a folder, or one file, as arguments
    faulty: Callable[[str], set[str]]  # what it says, both streams -> base names of files


def named_by(pattern: str) -> Callable[[str], set[str]]:
    """Base names of the paths that lines of this form name."""
    line = re.compile(pattern, re.MULTILINE)
    return lambda said: {path.rsplit("/", 1)[-1] for path in line.findall(said)}


def rejected(said: str) -> set[str]:
    """Of `--format jsonl`, the documents with findings of any severity."""
    documents = [json.loads(line) for line in said.splitlines() if line.startswith("{")]
    return {one["file"].rsplit("/", 1)[-1] for one in documents if one["violations"]}


def as_it_is(path: str) -> list[str]:
    return [path]


def pattern_of(path: str) -> list[str]:
    return ["-d", path if path.endswith(".yaml") else f"{path}/*.yaml"]


def all_tools(admit: str, schema: str, jsonschema: str, ajv: str) -> list[Tool]:
    """The first one is what the others are compared with."""
    check = [admit, "check"]
    validate = [jsonschema, "validate", schema, "--continue"]
    failed = named_by(r"^fail: (.*)$")
    return [
        Tool("`admit check`", check, as_it_is, rejected),
        Tool("`admit check -j2`", [*check, "-j2"], as_it_is, rejected),
        Tool("`admit check --schema`", [*check, "--schema", schema], as_it_is, rejected),
        Tool("`jsonschema validate`", validate, as_it_is, failed),
        Tool("`jsonschema validate --fast`", [*validate, "--fast"], as_it_is, failed),
        Tool(
            "`ajv validate`",
            ["node", ajv, "validate", "--spec=draft7", "-s", schema],
            pattern_of,
            named_by(r"^(\S*) invalid$"),
        ),
    ]
