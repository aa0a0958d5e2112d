"""The requests of tests/data: the good ones reach the upstream as they are, the bad ones do not."""

import cases
from base import RowTest


def _path(case: cases.Case) -> str:
    return f"/schema/{case.name}" if case.schema else "/v1/services"


class Verdicts(RowTest):
    def test_good_requests_reach_the_upstream_unchanged(self):
        good = cases.good()
        self.assertGreater(len([case for case in good if case.schema is None]), 40)
        for case in good:
            with self.subTest(case.name):
                exchange = self.post(_path(case), case.body)
                self.assert_passes(exchange, case.body)
                self.assertIn(exchange.logged.path, ("proved", "explained"))
                self.assertEqual(exchange.error_lines(), [])

    def test_bad_requests_get_400_with_the_codes_of_the_report(self):
        bad = cases.bad()
        self.assertGreater(len([case for case in bad if case.schema is None]), 100)
        for case in bad:
            with self.subTest(case.name):
                exchange = self.post(_path(case), case.body)
                self.assert_rejected(exchange, case.codes)
                self.assertEqual(exchange.logged.path, "explained")

    def test_a_rejection_is_logged_in_one_line_with_codes_and_the_first_message(self):
        for case in cases.bad():
            with self.subTest(case.name):
                exchange = self.post(_path(case), case.body)
                # nginx cuts lines of more than 2048 bytes.
                self.assert_log(
                    exchange, "info", f"admit: reject: {case.log_codes}: {case.message[:1000]}"
                )

    def test_the_answer_in_the_shape_of_the_api(self):
        exchange = self.post("/api", cases.BAD.body)
        self.assert_rejected(exchange, cases.BAD.codes, shape="api")
        self.assertEqual(set(exchange.json), {"requestId", "code", "message"})
        self.assertEqual(exchange.json["code"], "InvalidParameter")
        self.assertEqual(exchange.json["message"], cases.BAD.message)
        self.assert_passes(self.post("/api", cases.GOOD.body), cases.GOOD.body)

    def test_the_answer_as_a_problem(self):
        answer = self.post("/v1/services", cases.BAD.body).json
        self.assertLessEqual({"type", "title", "status", "detail", "errors"}, set(answer))
        self.assertEqual(answer["errors"][0]["detail"], cases.BAD.message)
        self.assertEqual(answer["errors"][0]["pointer"], "/serviceConfigs/0/addresses/0")
        self.assertEqual(answer["errors"][0]["hint"], "delete `https://`")

    def test_no_secret_leaves_the_gateway(self):
        secrets = [case for case in cases.bad() if "secret" in case.name and case.schema is None]
        self.assertGreater(len(secrets), 3)
        for case in secrets:
            with self.subTest(case.name):
                exchange = self.post("/v1/services", case.body)
                self.assertEqual(exchange.response.status, 400)
                for text in (exchange.response.body.decode(), *exchange.error_lines()):
                    self.assertNotIn("sk-", text)
