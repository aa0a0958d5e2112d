"""Configurations: the locations that the tests ask, in front of an upstream."""

import dataclasses

import cases
import paths
from gateways import Options

HEAVY = str(paths.SCHEMAS / "heavy.schema.json")
NEVER = str(paths.SCHEMAS / "never.schema.json")
OLDER = "2026-02-05"
SMALL_LIMIT = 2000  # bytes, at the locations /limit*


@dataclasses.dataclass(frozen=True)
class Location:
    path: str
    options: Options | None  # None: the gateway has no part in it
    lines: tuple[str, ...] = ()
    passes: str = "http://api"  # the upstream; empty: `lines` answer


def _redirect(
    path: str, target: str, options: Options | None, *lines: str, passes="http://api"
) -> Location:
    """Where the upstream's 502 sends the request on to another location."""
    redirect = ("proxy_intercept_errors on;", f"error_page 502 = {target};")
    return Location(path, options, (*redirect, *lines), passes)


def _schema_locations() -> list[Location]:
    everything = cases.load("ok") + cases.load("err")
    return [
        Location(f"/schema/{case.name}", Options(schema=str(case.schema)))
        for case in everything
        if case.schema is not None
    ]


_IN_FILE = ("client_body_buffer_size 1k;", "client_body_in_file_only clean;")

LOCATIONS = [
    Location("/v1/services", Options()),
    Location("/api", Options(response="api")),
    Location("/off", Options(mode="off")),
    Location("/none", None),
    Location("/audit", Options(mode="audit")),
    Location("/strict", Options(strict=True)),
    Location(
        "/severity", Options(severity=(("endpoint.scheme", "ignore"), ("schema.null", "error")))
    ),
    Location("/older", Options(revision=OLDER)),
    Location("/limit", Options(max_body=SMALL_LIMIT)),
    Location("/limit/api", Options(max_body=SMALL_LIMIT, response="api")),
    Location("/limit/audit", Options(max_body=SMALL_LIMIT, mode="audit")),
    Location("/limit/file", Options(max_body=SMALL_LIMIT), _IN_FILE),
    Location("/limit/nginx", Options(), ("client_max_body_size 2000;",)),
    Location("/heavy", Options(schema=HEAVY)),
    Location("/heavy/api", Options(schema=HEAVY, response="api")),
    Location("/heavy/audit", Options(schema=HEAVY, mode="audit")),
    Location("/buffers", Options(), ("client_body_buffer_size 64k;",)),
    Location("/file", Options(), ("client_body_buffer_size 1k;",)),
    Location("/file-only", Options(), _IN_FILE),
    Location(
        "/single", Options(), ("client_body_in_single_buffer on;", "client_body_buffer_size 256k;")
    ),
    Location("/unbuffered", Options(), ("proxy_request_buffering off;",)),
    Location("/impatient", Options(), ("client_body_timeout 1s;",)),
    Location("/mirror", Options(), ("mirror /mirrored;",)),
    Location("/mirrored", Options(schema=NEVER), ("internal;",)),
    Location("/rewritten", None, ("rewrite ^ /v1/services last;",)),
    Location("/asks-first", None, ("auth_request /is-allowed;",)),
    Location(
        "/is-allowed",
        Options(),
        ("internal;", "proxy_pass_request_body off;", 'proxy_set_header Content-Length "";'),
    ),
    _redirect("/first/checked", "@never", Options()),
    _redirect("/first/plain", "@checked", None),
    _redirect("/first/off", "@off", Options()),
    _redirect("/first/file", "@checked", None, *_IN_FILE),
    _redirect("/first/unbuffered", "@checked", None, "proxy_request_buffering off;"),
    _redirect(
        "/first/down", "@checked", None, "proxy_request_buffering off;", passes="http://127.0.0.1:1"
    ),
    Location("@never", Options(schema=NEVER)),
    Location("@checked", Options()),
    Location("@off", None),
    *_schema_locations(),
]


def _location_text(gateway, location: Location) -> str:
    head = location.path if location.path.startswith("@") else f"= {location.path}"
    lines = list(location.lines)
    if location.options is not None:
        lines += gateway.location_lines(location.path, location.options)
    if location.passes:
        lines.append(f"proxy_pass {location.passes};")
    return f"location {head} {{\n" + "\n".join(lines) + "\n}"


def text(gateway, prefix, port, upstream_port, locations, workers=1, more=()) -> str:
    """The nginx.conf. `more`: lines of the block http."""
    options = {
        location.path: location.options for location in locations if location.options is not None
    }
    http = [
        *prefix.http_lines(),
        *gateway.http_lines(options),
        f"upstream api {{ server 127.0.0.1:{upstream_port}; keepalive 32; }}",
        *more,
        "server {",
        f"listen 127.0.0.1:{port};",
        "client_max_body_size 8m;",
        "proxy_http_version 1.1;",
        'proxy_set_header Connection "";',
        *gateway.server_lines(),
        *[_location_text(gateway, location) for location in locations],
        "}",
    ]
    main = [*gateway.main_lines(), *prefix.main_lines(workers)]
    return "\n".join([*main, "http {", *http, "}", ""])


def own_upstream(port: int) -> list[str]:
    """An upstream inside nginx itself, for tests that count requests rather than look at them."""
    return [
        "server {",
        f"listen 127.0.0.1:{port};",
        "access_log off;",
        "client_max_body_size 0;",
        "location / { return 200 ok; }",
        "}",
    ]
