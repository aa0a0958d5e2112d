"""Connections that serve more than one request, and clients that ask before they send."""

import cases
import wire
from base import RowTest
from sites import SMALL_LIMIT
from upstream import ROW_HEADER

TEXT = ("Content-Type", "text/plain")


def _mixed(row) -> list[tuple[bytes, str, int]]:
    """(request, method, status) of every kind that leaves the connection open."""
    mark = (ROW_HEADER, row)
    good, bad, large = cases.GOOD.body, cases.BAD.body, cases.padded(SMALL_LIMIT + 1)
    return [
        (wire.request("POST", "/v1/services", good, [wire.JSON, mark]), "POST", 200),
        (wire.request("POST", "/v1/services", bad, [wire.JSON, mark]), "POST", 400),
        (wire.request("POST", "/v1/services", good, [TEXT, mark]), "POST", 415),
        (wire.head("GET", "/v1/services", [mark]), "GET", 200),
        (wire.request("POST", "/limit", large, [wire.JSON, mark]), "POST", 413),
        (wire.chunked_request("POST", "/limit", large, [wire.JSON, mark]), "POST", 413),
        (wire.chunked_request("POST", "/v1/services", good, [wire.JSON, mark], 7), "POST", 200),
        (wire.chunked_request("POST", "/v1/services", good, [TEXT, mark], 7), "POST", 415),
        (wire.chunked_request("POST", "/v1/services", bad, [wire.JSON, mark], 7), "POST", 400),
        (wire.request("PUT", "/file", cases.padded(30_000), [wire.JSON, mark]), "PUT", 200),
        (wire.request("POST", "/audit", bad, [TEXT, mark]), "POST", 200),
        (wire.request("POST", "/v1/services", b"", [wire.JSON, mark]), "POST", 400),
        (wire.request("POST", "/v1/services", good, [wire.JSON, mark]), "POST", 200),
    ]


class KeepAlive(RowTest):
    def test_one_after_the_other(self):
        connection, row = self.connect(), self.new_row()
        for _ in range(3):
            for data, method, status in _mixed(row):
                response = connection.ask(data, method)
                self.assertEqual(response.status, status, data[:100])
                self.assertTrue(response.keeps_open)

    def test_all_in_one_write(self):
        connection, row = self.connect(), self.new_row()
        mixed = _mixed(row) * 3
        connection.send(b"".join(data for data, _, _ in mixed))
        got = [connection.receive(method).status for _, method, _ in mixed]
        self.assertEqual(got, [status for _, _, status in mixed])
        passed = [record.method for record in self.site.upstream.got(row)]
        self.assertEqual(passed, [method for _, method, status in mixed if status == 200])

    def test_in_writes_that_cut_requests_anywhere(self):
        connection, row = self.connect(), self.new_row()
        mixed = _mixed(row)
        data = b"".join(data for data, _, _ in mixed)
        for i in range(0, len(data), 997):
            connection.send(data[i : i + 997])
        got = [connection.receive(method).status for _, method, _ in mixed]
        self.assertEqual(got, [status for _, _, status in mixed])

    def test_a_refused_body_is_never_the_next_request(self):
        inner = wire.request("POST", "/none", b"{}", [wire.JSON, (ROW_HEADER, "smuggled")])
        for path, headers, status in (
            ("/v1/services", [TEXT], 415),
            ("/v1/services", [wire.JSON, ("Content-Encoding", "gzip")], 415),
            ("/limit", [wire.JSON], 413),
        ):
            with self.subTest(path, headers=headers):
                connection = self.connect()
                body = inner + b" " * SMALL_LIMIT
                self.assertEqual(
                    connection.ask(wire.request("POST", path, body, headers)).status, status
                )
                response = connection.ask(wire.request("POST", "/v1/services", cases.BAD.body))
                self.assertEqual(response.status, 400)
        self.assertEqual(self.site.upstream.got("smuggled"), [])


class Expectations(RowTest):
    def _ask(self, path, body, *headers):
        connection, row = self.connect(), self.new_row()
        fields = [
            *headers,
            ("Expect", "100-continue"),
            ("Content-Length", len(body)),
            (ROW_HEADER, row),
        ]
        return connection, row, connection.ask(wire.head("POST", path, fields))

    def test_a_body_is_asked_for_and_checked(self):
        for case in (cases.GOOD, cases.BAD):
            for path in ("/v1/services", "/file", "/unbuffered"):
                with self.subTest(case.name, path=path):
                    connection, row, response = self._ask(path, case.body, wire.JSON)
                    self.assertEqual(response.status, 100)
                    response = connection.ask(case.body)
                    self.assertEqual(response.status, 200 if case.is_good else 400)
                    self.assertEqual(len(self.site.upstream.got(row)), 1 if case.is_good else 0)
                    self.assertTrue(response.keeps_open)
                    self.assertEqual(
                        connection.ask(wire.request("POST", path, case.body)).status,
                        response.status,
                    )

    def test_a_refused_body_is_not_asked_for(self):
        large = cases.padded(SMALL_LIMIT + 1)
        for path, body, header, status in (
            ("/v1/services", cases.GOOD.body, TEXT, 415),
            ("/limit", large, wire.JSON, 413),
        ):
            with self.subTest(path):
                connection, row, response = self._ask(path, body, header)
                self.assertEqual(self.skip_interim(connection, response).status, status)
                # The body may come or not: the connection is of no use for another request.
                self.assertTrue(response.status == 100 or not response.keeps_open)
                self.assertEqual(self.site.upstream.got(row), [])

    def test_a_body_that_comes_unasked_is_never_the_next_request(self):
        inner = wire.request(
            "POST", "/none", b"{}", [wire.JSON, (ROW_HEADER, "smuggled-by-expect")]
        )
        connection, _, response = self._ask("/v1/services", inner, TEXT)
        self.assertEqual(self.skip_interim(connection, response).status, 415)
        try:
            connection.send(inner)
            after = wire.request("POST", "/v1/services", cases.GOOD.body)
            self.assertEqual(connection.ask(after).status, 200)
        except (wire.Closed, BrokenPipeError, ConnectionResetError):
            pass  # the gateway may end the connection instead
        self.assertEqual(self.site.upstream.got("smuggled-by-expect"), [])
