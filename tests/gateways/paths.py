"""Where things stand: the checkout, what has been built, Debian's nginx."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
DATA = ROOT / "tests" / "data"
SCHEMAS = pathlib.Path(__file__).resolve().parent / "schemas"
BUILD = ROOT / "build"

TOOL = BUILD / "release" / "bin" / "admit"
LUA_FOLDER = ROOT / "gateways" / "lua"
NGINX = pathlib.Path("/usr/sbin/nginx")
NGINX_MODULES = pathlib.Path("/usr/lib/nginx/modules")


def nginx_module(sanitized: bool) -> pathlib.Path:
    return BUILD / ("nginx-asan" if sanitized else "nginx") / "ngx_http_admit_module.so"


def library(sanitized: bool) -> pathlib.Path:
    return BUILD / ("asan" if sanitized else "release") / "src" / "libadmit.so"
