"""`admit check` beside other linters on the same manifests.

run.py SCRATCH ADMIT JSONSCHEMA AJV [--update]

Prints a Markdown table; with --update puts it into docs/performance.md, too.
"""

import dataclasses
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.append(str(ROOT / "bench"))
import manifests  # noqa: E402
import page  # noqa: E402
from tools import Tool, all_tools  # noqa: E402

ROUNDS = 9
STARTS = 20
NOTHING = "`true`, which does nothing"
MAX_START_MS = 10.0  # of the processor, for `admit check` on one small file
BEGIN, END = "<!-- bench-lint:begin -->", "<!-- bench-lint:end -->"


@dataclasses.dataclass(frozen=True)
class Cost:
    wall: float  # seconds of a clock
    cpu: float  # seconds of processors, user and system


def die(message: str) -> None:
    sys.exit(f"bench-lint: {message}")


def without_extensions(schema: object) -> object:
    """The schema without the keywords that only admit knows."""
    if isinstance(schema, list):
        return [without_extensions(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    return {k: without_extensions(v) for k, v in schema.items() if not k.startswith("x-")}


def measure(command: list[str]) -> Cost:
    """One run, its output thrown away."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    streams = [(os.POSIX_SPAWN_DUP2, nowhere, 1), (os.POSIX_SPAWN_DUP2, nowhere, 2)]
    begun = time.monotonic()
    child = os.posix_spawnp(command[0], command, os.environ, file_actions=streams)
    _, _, usage = os.wait4(child, 0)
    wall = time.monotonic() - begun
    os.close(nowhere)
    return Cost(wall, usage.ru_utime + usage.ru_stime)


Rounds = list[dict[str, Cost]]  # the costs by tool, of each round


def median(rounds: Rounds, name: str) -> Cost:
    costs = [one[name] for one in rounds]
    return Cost(statistics.median(c.wall for c in costs), statistics.median(c.cpu for c in costs))


def median_ratio(rounds: Rounds, name: str, base: str) -> Cost:
    """Of the ratios within each round, so that what slows a whole round down does not count."""
    pairs = [(one[name], one[base]) for one in rounds]
    return Cost(
        statistics.median(c.wall / b.wall for c, b in pairs),
        statistics.median(c.cpu / b.cpu for c, b in pairs),
    )


def check_verdicts(tools: list[Tool], folder: pathlib.Path, faulty: set[str]) -> None:
    """Every tool must call the planted files faulty, and no others."""
    for tool in tools:
        more = ["--format", "jsonl"] if "admit" in tool.name else []
        command = tool.command + more + tool.target(str(folder))
        said = subprocess.run(command, capture_output=True, text=True, check=False)
        found = tool.faulty(said.stdout + said.stderr)
        if found != faulty:
            what = f"{len(found)} faulty files, not {len(faulty)}"
            die(f"{tool.name} finds {what}: {said.stderr[:500]}")


def measure_all(tools: list[Tool], path: pathlib.Path, rounds: int) -> Rounds:
    """The tools take turns."""
    commands = {tool.name: tool.command + tool.target(str(path)) for tool in tools}
    commands[NOTHING] = ["true"]
    return [{name: measure(one) for name, one in commands.items()} for _ in range(rounds)]


def table(tools: list[Tool], many: Rounds, one: Rounds) -> str:
    lines = [
        f"| {manifests.COUNT} files | time | CPU | time, s | CPU, s | one file: CPU, ms |",
        "|---|--:|--:|--:|--:|--:|",
    ]
    for tool in tools:
        ratio = median_ratio(many, tool.name, tools[0].name)
        cost = median(many, tool.name)
        lines.append(
            f"| {tool.name} | {ratio.wall:.2f} | {ratio.cpu:.2f} | {cost.wall:.2f} "
            f"| {cost.cpu:.2f} | {median(one, tool.name).cpu * 1000:.1f} |"
        )
    lines.append(f"| {NOTHING} | | | | | {median(one, NOTHING).cpu * 1000:.1f} |")
    return "\n".join(lines)


def main() -> None:
    scratch, admit, jsonschema, ajv = sys.argv[1:5]
    is_update = sys.argv[5:] == ["--update"]
    if sys.argv[5:] and not is_update:
        sys.exit(__doc__)
    folder = pathlib.Path(scratch, "manifests")
    shutil.rmtree(folder, ignore_errors=True)
    faulty = manifests.write_all(folder)
    schema = pathlib.Path(scratch, "schema.json")
    full = json.loads((ROOT / "schemas" / "create_service.schema.json").read_text())
    schema.write_text(json.dumps(without_extensions(full)))

    tools = all_tools(admit, str(schema), jsonschema, ajv)
    check_verdicts(tools, folder, faulty)
    many = measure_all(tools, folder, ROUNDS)
    one = measure_all(tools, folder / "00001.yaml", STARTS)
    text = table(tools, many, one)
    print(text)
    print(f"\nThe tools agree on the {len(faulty)} files with a planted fault.")
    print(f"Load: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.")
    if is_update:
        page.rewrite(BEGIN, END, text)
    start = median(one, tools[0].name).cpu * 1000
    if start > MAX_START_MS:
        die(f"one small file takes {start:.1f} ms of CPU, more than {MAX_START_MS:.0f}")


if __name__ == "__main__":
    main()
