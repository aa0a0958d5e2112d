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
    times: dict[str, float]  # of `contender/set`, nanoseconds of the processor for one body
    sizes: dict[str, float]  # of a set, bytes of one body
    kernel: str  # the one that engines use here
    allocations: dict[str, dict[str, int]]  # by what is done, then by set

    def time(self, contender: str, body_set: str) -> float | None:
        """What the copy costs that parsing in situ needs is not RapidJSON's."""
        time = self.times.get(f"{contender}/{body_set}")
        if contender == "rapidjson_sax" and time is not None:
            return time - self.times[f"copy/{body_set}"]
        return time

    def ratio(self, contender: str, base: str, body_set: str) -> float:
        return self.time(contender, body_set) / self.time(base, body_set)

    def kernels(self) -> list[str]:
        return [k for k in KERNELS if f"prove_{k}/small" in self.times]


def read_benchmark(path: pathlib.Path) -> tuple[dict[str, float], dict[str, float], str]:
    """Medians of Google Benchmark's repetitions; bytes a body; the kernel."""
    said = json.loads(path.read_text())
    times, sizes = defaultdict(list), {}
    for one in said["benchmarks"]:
        if one.get("error_occurred"):
            sys.exit(f"bench: {one['name']}: {one['error_message']}")
        if one["run_type"] != "iteration":
            continue
        nanoseconds = one["cpu_time"] * NS[one["time_unit"]]
        times[one["name"]].append(nanoseconds)
        if "bytes_per_second" in one:
            body_set = one["name"].partition("/")[2]
            sizes.setdefault(body_set, one["bytes_per_second"] * nanoseconds / 1e9)
    medians = {name: statistics.median(all_times) for name, all_times in times.items()}
    return medians, sizes, said["context"]["kernel"]


def read_ajv(path: pathlib.Path) -> dict[str, float]:
    sets = json.loads(path.read_text())
    return {f"{name}/{s}": time for s, times in sets.items() for name, time in times.items()}


def read_jsonschema(folder: pathlib.Path) -> dict[str, float]:
    """Of each mode and set, the median of what it says of the single bodies."""
    times = {}
    for mode in ("exhaustive", "fast"):
        for path in folder.glob(f"*.{mode}"):
            found = re.findall(r"^\S+: PASS ([\d.]+) \+- \S+ us", path.read_text(), re.MULTILINE)
            if not found:
                sys.exit(f"bench: jsonschema says nothing of {path.name}")
            times[f"jsonschema_{mode}/{path.stem}"] = statistics.median(map(float, found)) * 1e3
    return times


def read_all(results: pathlib.Path) -> Figures:
    times, sizes, kernel = read_benchmark(results / "benchmark.json")
    times |= read_ajv(results / "ajv.json")
    times |= read_jsonschema(results / "bodies")
    allocations = json.loads((results / "allocations.json").read_text())
    return Figures(times, sizes, kernel, allocations)
