"""Modes, options of a location, and checks that come to no verdict."""

import cases
import wire
from base import RowTest
from sites import SMALL_LIMIT

TEXT = ("Content-Type", "text/plain")
HEAVY_BODY = b'{"text": "' + b"a" * 1_000_000 + b'"}'
NO_VERDICT = "admit: undecided: -: limit.work"


class Modes(RowTest):
    def test_off_and_absent_check_nothing(self):
        for path in ("/off", "/none"):
            for body in (cases.BAD.body, b"\x00not json", cases.padded(2 << 20)):
                self.assert_unchecked(self.post(path, body, [TEXT]), body)

    def test_audit_lets_good_requests_pass(self):
        exchange = self.post("/audit", cases.GOOD.body)
        self.assert_passes(exchange, cases.GOOD.body)
        self.assertEqual(exchange.error_lines(), [])

    def test_audit_lets_bad_requests_pass_and_tells(self):
        for case in cases.bad():
            if case.schema is not None:
                continue
            with self.subTest(case.name):
                exchange = self.post("/audit", case.body)
                self.assert_passes(exchange, case.body, "reject", case.log_codes)
                words = f"admit: audit: reject: {case.log_codes}: {case.message[:1000]}"
                self.assert_log(exchange, "warn", words)

    def test_audit_of_header_fields(self):
        exchange = self.post("/audit", cases.GOOD.body, [TEXT])
        self.assert_passes(exchange, cases.GOOD.body, "reject", "http.media-type")
        self.assert_log(exchange, "warn", "admit: audit: reject: http.media-type: ")
        exchange = self.post("/audit", cases.GOOD.body, [wire.JSON, ("Content-Encoding", "gzip")])
        self.assert_passes(exchange, cases.GOOD.body, "reject", "http.content-encoding")

    def test_audit_of_the_limit(self):
        body = cases.padded(SMALL_LIMIT + 1)
        for chunk in (0, 777):
            exchange = self.post("/limit/audit", body, chunk=chunk)
            self.assert_passes(exchange, body, "reject", "input.too-large")
            self.assert_log(exchange, "warn", "admit: audit: reject: input.too-large: ")


class Options(RowTest):
    def test_strict_makes_errors_of_warnings(self):
        case = cases.named("address.port-missing")
        self.assertTrue(case.is_good)
        self.assert_passes(self.post("/v1/services", case.body), case.body)
        self.assert_rejected(self.post("/strict", case.body), ["address.port-missing"])

    def test_severity_of_single_codes(self):
        self.assert_passes(self.post("/severity", cases.BAD.body), cases.BAD.body)
        null = cases.named("null_members")
        self.assert_passes(self.post("/v1/services", null.body), null.body)
        exchange = self.post("/severity", null.body)
        self.assertEqual(exchange.response.status, 400)
        self.assertEqual(set(exchange.logged.codes.split(",")), {"schema.null"})

    def test_an_older_revision(self):
        path = cases.paths.DATA / "err" / "schema.enum-older-revision.json"
        self.assertIn("revision=2026-02-05", path.with_suffix(".options").read_text())
        body = path.read_bytes()
        self.assert_passes(self.post("/v1/services", body), body)
        self.assert_rejected(self.post("/older", body), ["schema.enum"])


class NoVerdict(RowTest):
    def test_the_heavy_schema_decides_light_bodies(self):
        body = b'{"text": "aaad0"}'
        self.assert_rejected(self.post("/heavy", body.replace(b"0", b"x")), ["schema.pattern"])
        self.assert_passes(self.post("/heavy", body), body)

    def test_without_a_verdict_nothing_passes(self):
        for path, shape in (("/heavy", "problem"), ("/heavy/api", "api")):
            with self.subTest(path):
                exchange = self.post(path, HEAVY_BODY)
                self.assert_refused(exchange, 503, "undecided", "-", shape)
                self.assert_log(exchange, "error", NO_VERDICT)

    def test_audit_lets_it_pass(self):
        exchange = self.post("/heavy/audit", HEAVY_BODY)
        self.assert_passes(exchange, HEAVY_BODY, "undecided")
        self.assert_log(exchange, "warn", NO_VERDICT.replace("admit: ", "admit: audit: "))

    def test_the_connection_serves_on(self):
        connection = self.connect()
        self.assertEqual(connection.ask(wire.request("POST", "/heavy", HEAVY_BODY)).status, 503)
        self.assertEqual(
            connection.ask(wire.request("POST", "/v1/services", cases.GOOD.body)).status, 200
        )
