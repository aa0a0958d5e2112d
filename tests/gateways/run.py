"""Runs all that holds for a gateway; see scripts/test-gateways."""

import argparse
import pathlib
import re
import signal
import subprocess
import sys
import time
import unittest

import gateways
import latency
import load
import paths
import server
import sites
from base import RowTest, Site
from upstream import Upstream

ROWS = [
    "rows_verdicts",
    "rows_headers",
    "rows_bodies",
    "rows_connections",
    "rows_modes",
    "rows_redirects",
    "rows_sdk",
    "rows_http2",
    "rows_configuration",
    "rows_reload",
    "rows_load",
    "rows_docs",
]

# What nginx logs where a worker has died, or it cannot do what it should.
_ALARM = re.compile(r"\[(emerg|alert)\]|exited on signal|AddressSanitizer|runtime error:")


def sanitizer_environment(folder: pathlib.Path) -> dict[str, str]:
    """nginx itself is not built with the sanitizer, which therefore has to be there before it. What
    nginx has allocated itself is not always freed at its end; all else that is left over is told.
    libadmit.so is there from the beginning, too, so that it is to the end: what RE2 makes once in a
    process would else look lost when nginx unloads the module."""
    command = ["gcc", "-print-file-name=libasan.so"]
    sanitizer = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    suppressions = folder / "asan.suppressions"
    suppressions.write_text("leak:ngx_alloc\nleak:ngx_memalign\n")
    reports = f"log_path={folder}/asan/report"
    return {
        "LD_PRELOAD": f"{sanitizer}:{paths.library(sanitized=True)}",
        "ASAN_OPTIONS": f"detect_leaks=1:{reports}",
        "LSAN_OPTIONS": f"suppressions={suppressions}:print_suppressions=0",
        "UBSAN_OPTIONS": f"print_stacktrace=1:halt_on_error=1:{reports}",
    }


def alarms(stopped: server.Server) -> list[str]:
    """What must not stand in the logs, whatever the rows say."""
    found = [line for line in stopped.complaints().splitlines() if _ALARM.search(line)]
    return [stopped.complaints()] if found else []


def _is_sanitized(worker: int) -> bool:
    with open(f"/proc/{worker}/maps") as maps:
        mapped = maps.read()
    return "libasan" in mapped and str(paths.nginx_module(sanitized=True)) in mapped


def _run_suite(site: Site, names) -> list[str]:
    """What went wrong beside the rows that say so themselves."""
    RowTest.site = site
    workers = site.server.workers()
    troubles = []
    if site.environment and not _is_sanitized(workers[0]):
        troubles.append("the sanitizer is not there")
    suite = unittest.defaultTestLoader.loadTestsFromNames(names)
    if not unittest.TextTestRunner(stream=sys.stderr).run(suite).wasSuccessful():
        troubles.append("rows have failed")
    if site.server.workers() != workers:
        troubles.append("a worker has died")
    return troubles


def run_rows(gateway, names, is_sanitized=False) -> bool:
    upstream = Upstream()
    try:
        with server.Prefix() as prefix:
            environment = sanitizer_environment(prefix.folder) if is_sanitized else {}
            upstream.truncated_folder = prefix.bodies
            port = server.free_port()
            text = sites.text(gateway, prefix, port, upstream.port, sites.LOCATIONS)
            running = server.Server(prefix, text, environment)
            with running:
                troubles = _run_suite(Site(gateway, running, upstream, port, environment), names)
            troubles += alarms(running)
    finally:
        upstream.stop()
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    return not troubles


def timed(what: str, run, *arguments) -> bool:
    print(f"--- {what}", file=sys.stderr, flush=True)
    begun = time.monotonic()
    is_good = run(*arguments)
    print(
        f"--- {what}: {'ok' if is_good else 'FAILED'}, {time.monotonic() - begun:.0f} s",
        file=sys.stderr,
    )
    return is_good


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/test-gateways")
    parser.add_argument("gateway", choices=["nginx", "lua"])
    parser.add_argument(
        "--requests", type=int, default=100_000, help="how many, for verdicts and memory"
    )
    parser.add_argument("--rows", nargs="+", default=ROWS, help="modules, classes or methods")
    parser.add_argument(
        "--latency", action="store_true", help="measure what a check adds, and nothing else"
    )
    return parser.parse_args()


def main() -> int:
    arguments = parse()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.default_int_handler)
    gateway = gateways.Nginx() if arguments.gateway == "nginx" else gateways.Lua()
    if arguments.latency:
        return 0 if latency.run(gateway) else 1
    is_good = timed(f"{gateway.name}: rows", run_rows, gateway, arguments.rows)
    if arguments.requests > 0:
        is_good &= timed(f"{gateway.name}: load", load.run, gateway, arguments.requests)
    if gateway.name == "nginx":
        is_good &= timed(
            "nginx: rows with AddressSanitizer",
            run_rows,
            gateways.Nginx(True),
            arguments.rows,
            True,
        )
    return 0 if is_good else 1


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:  # every folder and process is gone by now
        sys.exit("interrupted")
