"""Methods and header fields: which requests are checked, and which are refused unread."""

import cases
import wire
from base import RowTest
from sites import SMALL_LIMIT

JSON_TYPES = [
    "application/json",
    "Application/JSON",
    "application/json;charset=utf-8",
    "application/json; charset=UTF-8",
    'application/json; charset="utf-8"',
    'application/json; Charset="Utf-\\8"',
    "application/json ; profile=x ;\tcharset=utf-8",
    'application/json; title="a \\" charset=latin1"; charset=utf-8',
    "application/json; charset=utf-8; charset=utf-8",
    "application/json;",
]

OTHER_TYPES = [
    "",
    "text/plain",
    "application/json5",
    "application/jso",
    "application/problem+json",
    "application/x-www-form-urlencoded",
    "application/json, application/json",
    "application/json charset=utf-8",
    "application/json; charset=latin1",
    "application/json; charset=utf-16",
    "application/json; charset=utf8",
    'application/json; charset="utf-16"',
    'application/json; charset="utf-8',
    'application/json; charset="utf-8" x',
    'application/json; charset="utf-8\\',
    'application/json; charset=""',
    "application/json; charset=",
    "application/json; charset",
    "application/json; charset =utf-8",
    "application/json; charset=utf-8; charset=latin1",
    "application/json; charset=latin1; charset=utf-8",
    'application/json; x="; charset=utf-8',
]


class Methods(RowTest):
    def test_post_and_put_are_checked(self):
        for method in ("POST", "PUT"):
            with self.subTest(method):
                self.assert_passes(
                    self.post("/v1/services", cases.GOOD.body, method=method), cases.GOOD.body
                )
                exchange = self.post("/v1/services", cases.BAD.body, method=method)
                self.assert_rejected(exchange, cases.BAD.codes)

    def test_other_methods_pass_unchecked(self):
        for method in ("GET", "DELETE", "PATCH", "OPTIONS", "HEAD"):
            for headers in ([wire.JSON], []):
                with self.subTest(method, headers=headers):
                    exchange = self.post("/v1/services", cases.BAD.body, headers, method=method)
                    self.assert_unchecked(exchange, cases.BAD.body)

    def test_get_without_a_body_passes(self):
        self.assert_unchecked(self.post("/v1/services", b"", [], method="GET"), b"")


class MediaTypes(RowTest):
    def assert_unsupported(self, exchange, code, shape="problem"):
        self.assert_refused(exchange, 415, "reject", code, shape)
        self.assertEqual(exchange.logged.path, "-")
        self.assert_log(exchange, "info", f"admit: reject: {code}: ")

    def test_json_in_utf_8(self):
        for value in JSON_TYPES:
            with self.subTest(value):
                headers = [("Content-Type", value)]
                self.assert_passes(
                    self.post("/v1/services", cases.GOOD.body, headers), cases.GOOD.body
                )
                self.assert_rejected(
                    self.post("/v1/services", cases.BAD.body, headers), cases.BAD.codes
                )

    def test_every_other_type(self):
        for value in OTHER_TYPES:
            with self.subTest(value):
                exchange = self.post("/v1/services", cases.GOOD.body, [("Content-Type", value)])
                self.assert_unsupported(exchange, "http.media-type")

    def test_no_type(self):
        self.assert_unsupported(self.post("/v1/services", cases.GOOD.body, []), "http.media-type")

    def test_a_repeated_type(self):
        for other in ("application/json", "text/plain"):
            for headers in (
                [wire.JSON, ("content-type", other)],
                [("Content-Type", other), wire.JSON],
            ):
                with self.subTest(headers):
                    exchange = self.post("/v1/services", cases.GOOD.body, headers)
                    self.assert_unsupported(exchange, "http.media-type")

    def test_identity_is_no_encoding(self):
        for value in ("identity", "Identity"):
            headers = [wire.JSON, ("Content-Encoding", value)]
            self.assert_passes(self.post("/v1/services", cases.GOOD.body, headers), cases.GOOD.body)
            self.assert_rejected(
                self.post("/v1/services", cases.BAD.body, headers), cases.BAD.codes
            )

    def test_every_other_encoding(self):
        for values in (
            ["gzip"],
            ["br"],
            ["identity, gzip"],
            ["identity", "gzip"],
            ["gzip", "identity"],
            [""],
        ):
            with self.subTest(values):
                headers = [wire.JSON] + [("Content-Encoding", value) for value in values]
                exchange = self.post("/v1/services", cases.GOOD.body, headers)
                self.assert_unsupported(exchange, "http.content-encoding")

    def test_in_the_shape_of_the_api(self):
        exchange = self.post("/api", cases.GOOD.body, [])
        self.assert_unsupported(exchange, "http.media-type", "api")
        self.assertEqual(set(exchange.json), {"requestId", "code", "message"})


class Limits(RowTest):
    def assert_too_large(self, exchange, shape="problem"):
        self.assert_refused(exchange, 413, "reject", "input.too-large", shape)
        self.assertEqual(exchange.logged.path, "-")
        self.assert_log(exchange, "info", "admit: reject: input.too-large: ")

    def test_a_body_as_large_as_the_limit(self):
        for path, size in (
            ("/limit", SMALL_LIMIT),
            ("/limit/file", SMALL_LIMIT),
            ("/v1/services", 1 << 20),
        ):
            for chunk in (0, 777):
                with self.subTest(path, chunk=chunk):
                    body = cases.padded(size)
                    self.assert_passes(self.post(path, body, chunk=chunk), body)

    def test_a_byte_more(self):
        for path, size in (
            ("/limit", SMALL_LIMIT),
            ("/limit/file", SMALL_LIMIT),
            ("/v1/services", 1 << 20),
        ):
            for chunk in (0, 777):
                with self.subTest(path, chunk=chunk):
                    self.assert_too_large(self.post(path, cases.padded(size + 1), chunk=chunk))

    def test_in_the_shape_of_the_api(self):
        for chunk in (0, 777):
            exchange = self.post("/limit/api", cases.padded(SMALL_LIMIT + 1), chunk=chunk)
            self.assert_too_large(exchange, "api")

    def test_the_answer_does_not_wait_for_the_body(self):
        connection = self.connect()
        body = cases.padded(SMALL_LIMIT + 1)
        response = connection.ask(
            wire.head("POST", "/limit", [wire.JSON, ("Content-Length", len(body))])
        )
        self.assertEqual(response.status, 413)
        self.assertTrue(response.keeps_open)
        connection.send(body)  # late, and thrown away
        self.assertEqual(
            connection.ask(wire.request("POST", "/limit", cases.GOOD.body)).status, 200
        )
        self.assertEqual(connection.ask(wire.request("POST", "/limit", cases.BAD.body)).status, 400)

    def test_a_lower_limit_of_nginx_answers_first(self):
        for chunk in (0, 777):
            with self.subTest(chunk=chunk):
                exchange = self.post("/limit/nginx", cases.padded(2001), chunk=chunk)
                self.assertEqual(exchange.response.status, 413)
                self.assertEqual(exchange.response.header("Content-Type"), "text/html")
                self.assertEqual(exchange.records, [])
                self.assertEqual(exchange.logged.verdict, "-")
