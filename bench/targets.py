"""The targets of the engine, beside what has been measured."""

import dataclasses
import statistics
from collections.abc import Iterator

from figures import Figures

SETS = ("small", "medium_shuffled", "medium_constant", "large")


@dataclasses.dataclass(frozen=True)
class Target:
    what: str
    bound: float
    measured: float
    is_least: bool = False  # the bound is the least that will do, instead of the most

    def row(self) -> str:
        is_reached = self.measured >= self.bound if self.is_least else self.measured <= self.bound
        sign = "≥" if self.is_least else "≤"
        reached = "yes" if is_reached else "missed"
        measured = self.measured if isinstance(self.measured, int) else f"{self.measured:.3f}"
        return f"| {self.what} | {sign} {self.bound} | {measured} | {reached} |"


def name_of(body_set: str) -> str:
    return body_set.replace("_", ", ")


def ratios(figures: Figures, base: str, what: str, bounds: dict[str, float]) -> Iterator[Target]:
    for body_set, bound in bounds.items():
        ratio = figures.ratio(f"prove_{figures.kernel}", base, body_set)
        yield Target(f"proved, to {what}: {name_of(body_set)}", bound, ratio)


def all_targets(figures: Figures) -> Iterator[Target]:
    prove = f"prove_{figures.kernel}"
    minified = dict(zip(SETS, (1.5, 1.7, 1.2, 1.0)))
    indented = {f"{s}_indented": bound for s, bound in zip(SETS, (2.0, 2.2, 1.6, 1.2))}
    yield from ratios(figures, "simdjson_dom", "simdjson's DOM parse", minified | indented)
    sax = {"small": 0.4, "large": 0.25}
    yield from ratios(figures, "rapidjson_sax", "RapidJSON's SAX parse", sax)
    for base, name in (
        ("valijson", "valijson without rules"),
        ("valijson_rules", "valijson with rules"),
        ("rapidjson_schema", "RapidJSON's validator without"),
        ("rapidjson_schema_patterns", "RapidJSON's validator with a pattern"),
    ):
        least = min(figures.ratio(base, prove, s) for s in SETS)
        yield Target(f"{name}, to proved: the least of the four", 40, least, is_least=True)
    report = figures.ratio("report", "rapidjson_dom", "medium_shuffled_faulty")
    yield Target("report, to RapidJSON's DOM parse: medium, shuffled", 3.0, report)
    most = max(figures.allocations["accepts"].values())
    yield Target("allocations of a valid request: the most of all sets", 0, most)
    yield Target("an engine is made in, ms", 3, statistics.median(figures.rounds["engine_build"]) / 1e6)


def table(figures: Figures) -> list[str]:
    head = ["| target | bound | measured | reached |", "|---|--:|--:|---|"]
    return head + [target.row() for target in all_targets(figures)]
