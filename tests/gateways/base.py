"""What every row has: the site that it asks, and words for what it expects."""

import dataclasses
import itertools
import json
import unittest

import server
import wire
from upstream import ORDER_HEADER, ROW_HEADER, Record, Upstream

TYPES = {"problem": "application/problem+json", "api": "application/json"}


@dataclasses.dataclass
class Site:
    """A running gateway in front of the recording upstream."""

    gateway: object
    server: server.Server
    upstream: Upstream
    port: int
    environment: dict[str, str]  # of nginx


@dataclasses.dataclass(frozen=True)
class LogLine:
    request_id: str
    status: str
    verdict: str
    codes: str
    path: str


class Exchange:
    """A request of a row, its response, and what the upstream and the logs know of it."""

    def __init__(self, site: Site, row: str, response: wire.Response):
        self._site = site
        self.row = row
        self.response = response

    @property
    def records(self) -> list[Record]:
        return self._site.upstream.got(self.row)

    @property
    def json(self):
        return json.loads(self.response.body)

    @property
    def logged(self) -> LogLine:
        return logged(self._site, self.row)

    def error_lines(self) -> list[str]:
        """The lines of the error log that are ours and belong to this row's request."""
        mark = f"row={self.row}&"
        return [
            line for line in self._site.server.error_log() if "admit: " in line and mark in line
        ]


def logged(site: Site, row: str) -> LogLine:
    def find():
        for line in site.server.access_log().splitlines():
            name, *fields = line.split(" ")
            if name == row:
                return LogLine(*fields)
        return None

    return server.wait_for(find, f"the log of {row}")


class RowTest(unittest.TestCase):
    """A group of rows. Rows mark their requests, so that upstream and logs can tell them apart."""

    site: Site = None  # set before the tests run
    gateways = ("nginx", "lua")  # that the group is about
    _numbers = itertools.count()

    def setUp(self):
        if self.site.gateway.name not in self.gateways:
            self.skipTest(f"not about {self.site.gateway.name}")

    def new_row(self) -> str:
        return f"{type(self).__name__}-{next(self._numbers)}"

    def connect(self) -> wire.Connection:
        connection = wire.Connection(self.site.port)
        self.addCleanup(connection.close)
        return connection

    def post(
        self,
        path,
        body=b"",
        headers=(wire.JSON,),
        method="POST",
        version="1.1",
        chunk=0,
        order=None,
    ):
        """Sends one request on a connection of its own. `chunk`: the size of its chunks, if any."""
        row = self.new_row()
        fields = [*headers, (ROW_HEADER, row)] + ([(ORDER_HEADER, order)] if order else [])
        target = f"{path}?row={row}&"
        if chunk:
            data = wire.chunked_request(method, target, body, fields, chunk)
        else:
            data = wire.request(method, target, body, fields, version)
        with wire.Connection(self.site.port) as connection:
            return Exchange(self.site, row, connection.ask(data, method))

    def skip_interim(self, connection, response):
        """The response after `100 Continue`, where the gateway cannot help sending that first."""
        is_spurious = response.status == 100 and not self.site.gateway.keeps_expectations
        return connection.receive() if is_spurious else response

    def assert_passes(self, exchange: Exchange, body: bytes, verdict="accept", codes="-"):
        """The upstream got exactly these bytes, once."""
        self.assertEqual(exchange.response.status, 200, exchange.response.body)
        self.assertEqual([record.body for record in exchange.records], [body])
        line = exchange.logged
        self.assertEqual((line.status, line.verdict, line.codes), ("200", verdict, codes))

    def assert_unchecked(self, exchange: Exchange, body: bytes):
        self.assert_passes(exchange, body, verdict="-")
        self.assertEqual(exchange.logged.path, "-")

    def assert_refused(
        self, exchange: Exchange, status: int, verdict: str, codes: str, shape="problem"
    ):
        """Answered by the gateway: the upstream got nothing."""
        response, line = exchange.response, exchange.logged
        self.assertEqual(response.status, status, response.body)
        self.assertEqual(exchange.records, [])
        self.assertEqual((line.status, line.verdict, line.codes), (str(status), verdict, codes))
        self.assertEqual(response.header("Content-Type"), TYPES[shape])
        self.assertEqual(response.header("Content-Length"), str(len(response.body)))
        answer = exchange.json
        self.assertEqual(answer["requestId"], line.request_id)
        for name in ("code", "message"):
            self.assertTrue(answer[name])
        if shape == "problem":
            self.assertEqual(answer["status"], status)

    def assert_rejected(self, exchange: Exchange, codes, shape="problem"):
        """400 for violations with these codes, in this order."""
        self.assert_refused(exchange, 400, "reject", ",".join(dict.fromkeys(codes)), shape)
        if shape == "problem":
            self.assertEqual([error["code"] for error in exchange.json["errors"]], list(codes))

    def assert_log(self, exchange: Exchange, level: str, words: str):
        """Exactly one line of ours in the error log, at `level`, with `words`."""
        lines = exchange.error_lines()
        self.assertEqual(len(lines), 1, lines)
        self.assertIn(f"[{level}]", lines[0])
        self.assertIn(words, lines[0])
