"""The gateways under test: what a location's options are in the configuration of each."""

import dataclasses
import json

import paths


@dataclasses.dataclass(frozen=True)
class Options:
    """Of one location; None: what the gateway does when nothing is said."""

    mode: str = "on"
    response: str | None = None
    strict: bool | None = None
    revision: str | None = None
    schema: str | None = None  # a file
    severity: tuple[tuple[str, str], ...] = ()
    max_body: int | None = None


class Nginx:
    name = "nginx"
    keeps_expectations = True  # refuses without sending `100 Continue` first
    reads_unlinked_files = True  # bodies that another location has read into a file without a name
    logs_past_subrequests = True  # a subrequest leaves the variables of the access log as they are

    def __init__(self, sanitized=False):
        self.module = paths.nginx_module(sanitized)
        self.library = paths.library(sanitized)

    def main_lines(self) -> list[str]:
        return [f"load_module {self.module};"]

    def example_lines(self) -> list[tuple[str, str]]:
        """Lines of example.conf that name what an installation has put elsewhere."""
        return [("load_module modules/ngx_http_admit_module.so;", *self.main_lines())]

    def http_lines(self, _locations: dict[str, Options]) -> list[str]:
        return []

    def server_lines(self) -> list[str]:
        return []

    def location_lines(self, _path: str, options: Options) -> list[str]:
        lines = [f"admit {options.mode};"]
        if options.response is not None:
            lines.append(f"admit_response {options.response};")
        if options.strict is not None:
            lines.append(f"admit_strict {'on' if options.strict else 'off'};")
        if options.revision is not None:
            lines.append(f"admit_revision {options.revision};")
        if options.schema is not None:
            lines.append(f"admit_schema {options.schema};")
        lines += [f"admit_severity {code} {level};" for code, level in options.severity]
        if options.max_body is not None:
            lines.append(f"admit_max_body {options.max_body};")
        return lines


def _lua(value) -> str:
    """A Lua expression for a text, number, flag or table."""
    if isinstance(value, dict):
        return (
            "{ " + ", ".join(f"[{_lua(key)}] = {_lua(item)}" for key, item in value.items()) + " }"
        )
    return json.dumps(value)


class Lua:
    name = "lua"
    keeps_expectations = False
    reads_unlinked_files = False
    logs_past_subrequests = False
    library = paths.library(sanitized=False)

    def main_lines(self) -> list[str]:
        modules = ("ndk_http_module.so", "ngx_http_lua_module.so")
        return [f"load_module {paths.NGINX_MODULES / module};" for module in modules]

    def example_lines(self) -> list[tuple[str, str]]:
        return [
            ("include /etc/nginx/modules-enabled/*.conf;", "\n".join(self.main_lines())),
            ('"/usr/local/share/admit/lua/?.lua;;"', f'"{paths.LUA_FOLDER}/?.lua;;"'),
        ]

    def http_lines(self, locations: dict[str, Options]) -> list[str]:
        made = [
            f"gateways[{_lua(path)}] = new {{ {self._options(options)} }}"
            for path, options in locations.items()
        ]
        return [
            f'lua_package_path "{paths.LUA_FOLDER}/?.lua;;";',
            "init_by_lua_block {",
            'local new = require("admit.gateway").new',
            "local function read(path)",
            'local file = assert(io.open(path, "rb"))',
            'local text = file:read("*a")',
            "file:close()",
            "return text",
            "end",
            "gateways = {}",
            *made,
            "}",
        ]

    def server_lines(self) -> list[str]:
        return [f'set $admit_{name} "-";' for name in ("verdict", "codes", "path")]

    def location_lines(self, path: str, _options: Options) -> list[str]:
        return [f"access_by_lua_block {{ gateways[{_lua(path)}]:access() }}"]

    def _options(self, options: Options) -> str:
        given = {
            "mode": options.mode,
            "library": str(self.library),
            "severity": dict(options.severity),
        }
        for name in ("response", "strict", "revision", "max_body"):
            if getattr(options, name) is not None:
                given[name] = getattr(options, name)
        fields = [f"{name} = {_lua(value)}" for name, value in given.items()]
        if options.schema is not None:
            fields.append(f"schema = read({_lua(options.schema)})")
        return ", ".join(fields)
