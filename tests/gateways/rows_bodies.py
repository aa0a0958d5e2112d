"""Bodies of every shape: in one buffer, in several, in a file, in chunks, slow, and none at all."""

import os
import time

import cases
import wire
from base import RowTest
from upstream import ROW_HEADER

PATHS = ("/v1/services", "/buffers", "/file", "/file-only", "/single", "/unbuffered")
# Beside what a buffer takes: in the request's head, in one buffer, in a file.
SIZES = (len(cases.GOOD.body), 3000, 40_000, 300_000)


def _bad(size: int) -> bytes:
    """A bad body of `size` bytes, whose mistake is at the very end."""
    good = cases.padded(size - 1)
    return good + b"}"


class Bodies(RowTest):
    def test_wherever_nginx_keeps_them(self):
        for path in PATHS:
            for size in SIZES:
                for chunk in (0, 50_000):
                    with self.subTest(path, size=size, chunk=chunk):
                        body = cases.padded(size)
                        self.assert_passes(self.post(path, body, chunk=chunk), body)
                        exchange = self.post(path, _bad(size), chunk=chunk)
                        self.assert_rejected(exchange, ["input.syntax"])

    def test_in_tiny_chunks(self):
        for path in PATHS:
            for size in (1, 7, 1000):
                with self.subTest(path, size=size):
                    body = cases.padded(3000)
                    self.assert_passes(self.post(path, body, chunk=size), body)
                    self.assert_rejected(self.post(path, _bad(3000), chunk=size), ["input.syntax"])

    def test_empty(self):
        for path in PATHS:
            for chunk in (0, 1):
                with self.subTest(path, chunk=chunk):
                    self.assert_rejected(self.post(path, b"", chunk=chunk), ["input.empty"])

    def test_neither_length_nor_chunks(self):
        row = self.new_row()
        response = self.connect().ask(
            wire.head("POST", "/v1/services", [wire.JSON, (ROW_HEADER, row)])
        )
        self.assertEqual(response.status, 400)
        self.assertEqual(self.site.upstream.got(row), [])

    def test_http_1_0(self):
        for case in (cases.GOOD, cases.BAD):
            exchange = self.post("/v1/services", case.body, version="1.0")
            self.assertFalse(exchange.response.keeps_open)
            if case.is_good:
                self.assert_passes(exchange, case.body)
            else:
                self.assert_rejected(exchange, case.codes)

    def test_byte_by_byte(self):
        for case in (cases.GOOD, cases.BAD):
            for chunk in (0, 1):
                with self.subTest(case.name, chunk=chunk):
                    self.assertEqual(self._slowly(case, chunk).status, 200 if case.is_good else 400)

    def _slowly(self, case, chunk):
        row = self.new_row()
        headers = [wire.JSON, (ROW_HEADER, row)]
        if chunk:
            data = wire.chunked_request("POST", "/v1/services", case.body, headers, chunk)
        else:
            data = wire.request("POST", "/v1/services", case.body, headers)
        connection = self.connect()
        for i in range(len(data)):
            connection.send(data[i : i + 1])
            time.sleep(0.0002)
        response = connection.receive()
        expected = [case.body] if case.is_good else []
        self.assertEqual([record.body for record in self.site.upstream.got(row)], expected)
        return response

    def test_a_client_that_goes_away(self):
        row = self.new_row()
        headers = [wire.JSON, (ROW_HEADER, row), ("Content-Length", 1000)]
        with wire.Connection(self.site.port) as connection:
            connection.send(wire.head("POST", "/v1/services", headers) + cases.GOOD.body)
        exchange = self.post("/v1/services", cases.GOOD.body)
        self.assert_passes(exchange, cases.GOOD.body)
        self.assertEqual(self.site.upstream.got(row), [])

    def test_a_client_that_falls_asleep(self):
        row = self.new_row()
        headers = [wire.JSON, (ROW_HEADER, row), ("Content-Length", 1000)]
        connection = self.connect()
        connection.send(wire.head("POST", "/impatient", headers) + cases.GOOD.body)
        try:
            self.assertEqual(connection.receive().status, 408)
        except wire.Closed as closed:
            self.assertEqual(closed.got, b"")
        self.assertEqual(self.site.upstream.got(row), [])

    def test_a_file_that_cannot_be_written(self):
        folder = self.site.server.prefix.bodies
        mode, owner = folder.stat().st_mode, (folder.stat().st_uid, folder.stat().st_gid)
        folder.chmod(0)
        if os.geteuid() == 0:
            os.chown(folder, 0, 0)
        try:
            exchange = self.post("/file", cases.padded(50_000))
        finally:
            os.chown(folder, *owner)
            folder.chmod(mode)
        self.assertEqual(exchange.response.status, 500)
        self.assertEqual(exchange.records, [])
        self.assertEqual(exchange.logged.verdict, "-")

    def test_chunks_that_are_none(self):
        row = self.new_row()
        headers = [wire.JSON, (ROW_HEADER, row), ("Transfer-Encoding", "chunked")]
        connection = self.connect()
        connection.send(wire.head("POST", "/v1/services", headers) + b"5\r\n{}xyz-no-chunk")
        self.assertEqual(connection.receive().status, 400)
        self.assertEqual(self.site.upstream.got(row), [])
