"""What the SDK of the API does: its request, through a client of its own, and its answer."""

import http.client
import json
import subprocess

import cases
import paths
from base import RowTest
from upstream import ROW_HEADER

HEADERS = {
    "user-agent": "AlibabaCloud (linux; amd64) Python/3.11 Core/0.3 TeaDSL/1",
    "accept": "application/json",
    "x-acs-version": "2024-03-27",
    "x-acs-action": "CreateService",
    "x-acs-date": "2026-10-01T12:00:00Z",
    "x-acs-signature-nonce": "9f1c4a0e5b6d4c3f8a7e2d1c0b9a8f7e",
    "x-acs-content-sha256": "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a",
    "authorization": "ACS3-HMAC-SHA256 Credential=id,SignedHeaders=host,Signature=0123",
    "content-type": "application/json; charset=utf-8",
}


class Sdk(RowTest):
    def _call(self, body: bytes):
        row = self.new_row()
        connection = http.client.HTTPConnection("127.0.0.1", self.site.port, timeout=20)
        self.addCleanup(connection.close)
        connection.request("POST", "/v1/services", body, {**HEADERS, ROW_HEADER: row})
        response = connection.getresponse()
        return row, response, response.read()

    def test_a_good_request(self):
        row, response, answer = self._call(cases.GOOD.body)
        self.assertEqual(response.status, 200)
        (record,) = self.site.upstream.got(row)
        self.assertEqual(
            (record.method, record.path, record.body), ("POST", "/v1/services", cases.GOOD.body)
        )
        got = {name.lower(): value for name, value in record.headers}
        for name, value in HEADERS.items():
            self.assertEqual(got.get(name), value)
        command = [str(paths.TOOL), "check", "--response", "-"]
        done = subprocess.run(command, input=answer, capture_output=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stdout)

    def test_a_bad_request(self):
        row, response, answer = self._call(cases.BAD.body)
        self.assertEqual((response.status, self.site.upstream.got(row)), (400, []))
        # What an SDK reads of an error, whatever else there is.
        self.assertLessEqual({"code", "message", "requestId"}, set(json.loads(answer)))
