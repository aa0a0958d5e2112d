"""The figures of scripts/bench as Markdown.

table.py RESULTS [--update]

Prints tables, and the targets; with --update puts them into docs/performance.md, too.
"""

import os
import pathlib
import sys

sys.dont_write_bytecode = True
import page  # noqa: E402
import targets  # noqa: E402
from figures import Figures, read_all  # noqa: E402

BEGIN, END = "<!-- bench:begin -->", "<!-- bench:end -->"
BASE = "simdjson_dom"
ENDPOINTS = 1_000_000
TITLES = ("small", "medium, shuffled", "medium, constant", "large")
# By name of the contender. An asterisk marks those of a process of their own.
PARSERS = {
    "simdjson_dom": "simdjson, DOM",
    "rapidjson_sax": "RapidJSON, SAX",
    "rapidjson_dom": "RapidJSON, DOM",
    "copy": "a copy of the bytes",
    "json_parse": "`JSON.parse` *",
}
VALIDATORS = {
    "rapidjson_schema": "RapidJSON, `SchemaValidator`",
    "rapidjson_schema_patterns": "the same, a pattern for endpoints",
    "valijson": "valijson",
    "valijson_rules": "the same, with rules",
    "ajv": "ajv *",
    "ajv_rules": "the same, with rules *",
    "jsonschema_exhaustive": "`jsonschema validate`, parsing excluded *",
    "jsonschema_exhaustive_rules": "the same, with rules *",
    "jsonschema_fast": "`jsonschema validate --fast`, parsing excluded *",
    "jsonschema_fast_rules": "the same, with rules *",
}


def our_names(figures: Figures) -> dict[str, str]:
    proofs = {f"prove_{kernel}": f"proved, {kernel}" for kernel in figures.kernels()}
    return {"accepts": "**`Engine::accepts`**", **proofs, "explain": "explained"}


def size(byte_count: float) -> str:
    return f"{byte_count / 1000:.0f} KB" if byte_count >= 10_000 else f"{byte_count:.0f} B"


def microseconds(nanoseconds: float) -> str:
    if nanoseconds < 10_000:
        return f"{nanoseconds / 1000:.2f}"
    return f"{nanoseconds / 1000:.0f}"


def ratio_text(ratio: float) -> str:
    return f"{ratio:.2f}" if ratio < 10 else f"{ratio:.0f}"


def times_table(figures: Figures, title: str, suffix: str) -> list[str]:
    """Ratios to simdjson, then times."""
    sets = [s + suffix for s in targets.SETS]
    sizes = [f"{t} ({size(figures.sizes[s])}), µs" for t, s in zip(TITLES, sets)]
    lines = [f"| {' | '.join([title, *TITLES, *sizes])} |", "|---" + "|--:" * 8 + "|"]
    for contender, name in (PARSERS | VALIDATORS | our_names(figures)).items():
        times = [figures.time(contender, s) for s in sets]
        if times == [None] * len(sets):
            continue
        ratios = [ratio_text(figures.ratio(contender, BASE, s)) for s in sets]
        lines.append(f"| {' | '.join([name, *ratios, *map(microseconds, times)])} |")
    return lines


def speeds_table(figures: Figures) -> list[str]:
    """MB/s, of those that read the text of a body."""
    sets = [s + suffix for suffix in ("", "_indented") for s in targets.SETS]
    titles = [title + suffix for suffix in ("", ", indented") for title in TITLES]
    lines = [f"| {' | '.join(['MB/s', *titles])} |", "|---" + "|--:" * len(sets) + "|"]
    names = {n: t for n, t in (PARSERS | VALIDATORS).items() if not n.startswith("jsonschema")}
    for contender, name in (names | our_names(figures)).items():
        times = [figures.time(contender, s) for s in sets]
        if None in times or contender == "copy":
            continue
        speeds = [f"{figures.sizes[s] / t * 1e3:.0f}" for s, t in zip(sets, times)]
        lines.append(f"| {' | '.join([name, *speeds])} |")
    return lines


def report_table(figures: Figures) -> list[str]:
    """What an invalid body costs, to RapidJSON's DOM parse of the same bytes."""
    sets = [f"{s}_faulty" for s in targets.SETS]
    units = [f"{t}, µs" for t in TITLES]
    lines = [f"| {' | '.join(['one fault', *TITLES, *units])} |", "|---" + "|--:" * 8 + "|"]
    for contender, name in (("rapidjson_dom", PARSERS["rapidjson_dom"]), ("report", "report")):
        times = [figures.time(contender, s) for s in sets]
        ratios = [ratio_text(figures.ratio(contender, "rapidjson_dom", s)) for s in sets]
        lines.append(f"| {' | '.join([name, *ratios, *map(microseconds, times)])} |")
    return lines


def allocation_table(figures: Figures) -> list[str]:
    names = {"accepts": "`Engine::accepts`", "explain": "explained", "report": "report, one fault"}
    lines = [f"| allocations | {' | '.join(TITLES)} |", "|---" + "|--:" * 4 + "|"]
    for what, name in names.items():
        suffix = "_faulty" if what == "report" else ""
        counts = [str(figures.allocations[what][s + suffix]) for s in targets.SETS]
        lines.append(f"| {name} | {' | '.join(counts)} |")
    return lines


def rest_table(figures: Figures) -> list[str]:
    rows = {
        "`parse_endpoint`, half of them names, with a port": "parse_endpoint/mixed",
        "`parse_endpoint`, IPv4 without a port": "parse_endpoint/ipv4",
        "`inet_pton`, the same IPv4": "inet_pton/ipv4",
    }
    lines = ["| a million endpoints | ns each |", "|---|--:|"]
    lines += [f"| {name} | {figures.time(*key.split('/')) / ENDPOINTS:.1f} |" for name, key in rows.items()]
    return lines


def main() -> None:
    if len(sys.argv) < 2 or sys.argv[2:] not in ([], ["--update"]):
        sys.exit(__doc__)
    figures = read_all(pathlib.Path(sys.argv[1]))
    sections = [
        times_table(figures, "minified", ""),
        times_table(figures, "indented", "_indented"),
        speeds_table(figures),
        report_table(figures),
        allocation_table(figures),
        rest_table(figures),
        targets.table(figures),
    ]
    text = "\n\n".join("\n".join(section) for section in sections)
    print(text)
    print(f"\nLoad: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors.")
    if sys.argv[2:]:
        page.rewrite(BEGIN, END, text)


if __name__ == "__main__":
    main()
