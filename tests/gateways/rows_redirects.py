"""Requests that nginx sends on to another location, and those that it makes of others."""

import cases
import wire
from base import RowTest
from server import wait_for
from upstream import ROW_HEADER


class Redirects(RowTest):
    """The upstream refuses what comes from the first location; the second one checks anew."""

    def assert_first_got(self, exchange, body):
        """The upstream got the body from the first location alone."""
        paths = [record.path.split("?")[0] for record in exchange.records]
        self.assertEqual(len(paths), 1, paths)
        self.assertTrue(paths[0].startswith("/first/"))
        self.assertEqual(exchange.records[0].body, body)

    def test_checked_twice_by_different_engines(self):
        exchange = self.post("/first/checked", cases.GOOD.body, order="fail")
        self.assertEqual(exchange.response.status, 400)
        self.assertEqual([error["code"] for error in exchange.json["errors"]], ["schema.required"])
        self.assertEqual(exchange.logged.codes, "schema.required")
        self.assert_first_got(exchange, cases.GOOD.body)

    def test_the_second_location_alone_checks(self):
        for path, size in (
            ("/first/plain", 3000),
            ("/first/plain", 200_000),
            ("/first/file", 200_000),
        ):
            if (
                path == "/first/plain"
                and size > 16_000
                and not self.site.gateway.reads_unlinked_files
            ):
                continue
            for chunk in (0, 1000):
                with self.subTest(path, size=size, chunk=chunk):
                    good, bad = cases.padded(size), cases.padded(size) + b"}"
                    exchange = self.post(path, good, chunk=chunk, order="fail")
                    # The path stays: the upstream refuses again, and nginx redirects but once.
                    self.assertEqual(exchange.response.status, 502)
                    self.assertEqual([record.body for record in exchange.records], [good, good])
                    self.assertEqual(exchange.logged.verdict, "accept")
                    exchange = self.post(path, bad, chunk=chunk, order="fail")
                    self.assertEqual(exchange.response.status, 400)
                    self.assertEqual(exchange.logged.codes, "input.syntax")
                    self.assert_first_got(exchange, bad)

    def test_a_verdict_outlives_a_redirect_to_a_location_without_a_check(self):
        exchange = self.post("/first/off", cases.GOOD.body, order="fail")
        self.assertEqual(exchange.response.status, 502)
        self.assertEqual(exchange.logged.verdict, "accept")

    def test_a_body_file_that_cannot_be_read(self):
        body = cases.padded(50_000)
        exchange = self.post("/first/file", body, order="truncate")
        self.assertEqual(exchange.response.status, 503)
        self.assertEqual(exchange.logged.verdict, "undecided")
        self.assert_first_got(exchange, body)
        self.assert_log(exchange, "error", "admit: undecided: -: ")
        self.assertEqual(exchange.json["requestId"], exchange.logged.request_id)

    def test_a_body_file_that_cannot_be_opened(self):
        if self.site.gateway.reads_unlinked_files:
            self.skipTest("this gateway needs no name to read a file")
        body = cases.padded(200_000)
        exchange = self.post("/first/plain", body, order="fail")
        self.assertEqual(exchange.response.status, 503)
        self.assertEqual(exchange.logged.verdict, "undecided")
        self.assert_first_got(exchange, body)

    def test_a_body_that_is_gone(self):
        body = cases.padded(200_000)
        for chunk in (0, 1000):
            with self.subTest(chunk=chunk):
                exchange = self.post("/first/unbuffered", body, chunk=chunk, order="fail")
                self.assertEqual(exchange.response.status, 503)
                self.assertEqual(exchange.logged.verdict, "undecided")
                self.assert_first_got(exchange, body)

    def test_a_body_that_is_not_all_there(self):
        """The first location's upstream is down; what has come by then would be good alone."""
        row = self.new_row()
        connection = self.connect()
        fields = [wire.JSON, (ROW_HEADER, row), ("Transfer-Encoding", "chunked")]
        first_chunk = wire.chunked(cases.GOOD.body, 10_000).removesuffix(b"0\r\n\r\n")
        connection.send(wire.head("POST", f"/first/down?row={row}&", fields) + first_chunk)
        self.assertEqual(connection.receive().status, 503)
        self.assertEqual(self.site.upstream.got(row), [])

    def test_a_rewrite(self):
        exchange = self.post("/rewritten", cases.GOOD.body)
        self.assert_passes(exchange, cases.GOOD.body)
        self.assert_rejected(self.post("/rewritten", cases.BAD.body), cases.BAD.codes)


class Subrequests(RowTest):
    def test_they_are_not_checked(self):
        # The location of the mirror has an engine that accepts nothing.
        exchange = self.post("/mirror", cases.GOOD.body)
        self.assertEqual(exchange.response.status, 200)
        wait_for(lambda: len(exchange.records) == 2, "the mirrored request")
        self.assertEqual([record.body for record in exchange.records], [cases.GOOD.body] * 2)
        if self.site.gateway.logs_past_subrequests:
            self.assertEqual(exchange.logged.verdict, "accept")

    def test_what_is_refused_is_not_mirrored(self):
        exchange = self.post("/mirror", cases.BAD.body)
        self.assert_rejected(exchange, cases.BAD.codes)

    def test_a_question_to_another_location_comes_first(self):
        exchange = self.post("/asks-first", cases.BAD.body, [("Content-Type", "text/plain")])
        self.assert_paths(exchange, ["/is-allowed", "/asks-first"])
        self.assertEqual(exchange.logged.verdict, "-")

    def assert_paths(self, exchange, expected):
        self.assertEqual(exchange.response.status, 200)
        self.assertEqual([record.path.split("?")[0] for record in exchange.records], expected)

    def test_an_ordinary_request_follows(self):
        connection = self.connect()
        for _ in range(3):
            response = connection.ask(wire.request("POST", "/mirror", cases.GOOD.body))
            self.assertEqual(response.status, 200)
