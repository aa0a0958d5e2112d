"""What one run of scripts/bench has measured, read from the files that its programs wrote."""

import dataclasses
import json
import pathlib
import re
import statistics
import sys
from collections import defaultdict

KERNELS = ("avx512", "avx2", "sse2", "portable")  # the best one first
NS = {"ns": 1.0, "us": 1e3, "ms": 1e6, "s": 1e9}


@dataclasses.dataclass(frozen=True)
class Figures:
    rounds: dict[str, list[float]]  # of `contender/set`: nanoseconds of the processor for one body
    sizes: dict[str, float]  # of a set, bytes of one body
    kernel: str  # the one that engines use here
    allocations: dict[str, dict[str, int]]  # by what is done, then by set

    def of_rounds(self, contender: str, body_set: str) -> list[float]:
        """What the copy costs that parsing in situ needs is not RapidJSON's."""
        times = self.rounds.get(f"{contender}/{body_set}", [])
        if contender == "rapidjson_sax":
            copies = self.rounds[f"copy/{body_set}"]
            return [time - copy for time, copy in zip(times, copies, strict=True)]
        return times

    def time(self, contender: str, body_set: str) -> float | None:
        times = self.of_rounds(contender, body_set)
        return statistics.median(times) if times else None

    def ratio(self, contender: str, base: str, body_set: str) -> float:
        """The median of the rounds' ratios; of what was measured once, that to the base's median."""
        times, bases = (self.of_rounds(c, body_set) for c in (contender, base))
        if len(times) == 1:
            return times[0] / statistics.median(bases)
        return statistics.median(t / b for t, b in zip(times, bases, strict=True))

    def kernels(self) -> list[str]:
        return [k for k in KERNELS if f"prove_{k}/small" in self.rounds]


def read_rounds(folder: pathlib.Path) -> tuple[dict[str, list[float]], dict[str, float], str]:
    """Times of Google Benchmark, bytes a body, the kernel."""
    times, sizes = defaultdict(list), {}
    for path in folder.glob("*.json"):
        said = json.loads(path.read_text())
        for one in said["benchmarks"]:
            if one.get("error_occurred"):
                sys.exit(f"bench: {one['name']}: {one['error_message']}")
            nanoseconds = one["cpu_time"] * NS[one["time_unit"]]
            times[one["name"]].append(nanoseconds)
            if "bytes_per_second" in one:
                body_set = one["name"].partition("/")[2]
                sizes.setdefault(body_set, one["bytes_per_second"] * nanoseconds / 1e9)
    return dict(times), sizes, said["context"]["kernel"]


def read_ajv(path: pathlib.Path) -> dict[str, list[float]]:
    sets = json.loads(path.read_text())
    return {f"{name}/{s}": [time] for s, times in sets.items() for name, time in times.items()}


def read_jsonschema(folder: pathlib.Path) -> dict[str, list[float]]:
    """Of each mode and set, the median of what it says of the single bodies."""
    times = {}
    for mode in ("exhaustive", "fast", "exhaustive_rules", "fast_rules"):
        for path in folder.glob(f"*.{mode}"):
            found = re.findall(r"^\S+: PASS ([\d.]+) \+- \S+ us", path.read_text(), re.MULTILINE)
            if not found:
                sys.exit(f"bench: jsonschema says nothing of {path.name}")
            median = statistics.median(map(float, found))
            times[f"jsonschema_{mode}/{path.stem}"] = [median * NS["us"]]
    return times


def read_all(results: pathlib.Path) -> Figures:
    rounds, sizes, kernel = read_rounds(results / "rounds")
    rounds |= read_ajv(results / "ajv.json")
    rounds |= read_jsonschema(results / "bodies")
    allocations = json.loads((results / "allocations.json").read_text())
    return Figures(rounds, sizes, kernel, allocations)
