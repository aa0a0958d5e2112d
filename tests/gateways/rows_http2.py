"""HTTP/2, where a body has neither chunks nor, if the client likes, a length."""

import socket
import struct

import cases
import server
import sites
import wire
from base import RowTest
from gateways import Options
from sites import Location
from upstream import ROW_HEADER

DATA, HEADERS, SETTINGS, GOAWAY = 0, 1, 4, 7
END_STREAM, END_HEADERS = 1, 4
# Entries of HPACK's static table.
STATUSES = {0x88: 200, 0x8C: 400, 0x8D: 404, 0x8E: 500}
LITERAL_STATUS = 0x48  # a status that is not in the table: three digits follow


def _frame(kind: int, flags: int, stream: int, payload: bytes) -> bytes:
    return (
        struct.pack(">I", len(payload))[1:]
        + bytes((kind, flags))
        + struct.pack(">I", stream)
        + payload
    )


def _field(name: str, value: str) -> bytes:
    """Literal, without index and Huffman code; names and values of less than 127 bytes."""
    return b"\x00" + bytes((len(name),)) + name.encode() + bytes((len(value),)) + value.encode()


class Client:
    """One stream after the other; bodies that fit the first window."""

    def __init__(self, port: int):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=wire.TIMEOUT)
        self._socket.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + _frame(SETTINGS, 0, 0, b""))
        self._stream = -1

    def close(self):
        self._socket.close()

    def post(self, path, headers, body: bytes, pieces=1) -> int:
        """The status of the answer. `pieces`: DATA frames."""
        self._stream += 2
        fields = [
            (":method", "POST"),
            (":scheme", "http"),
            (":path", path),
            (":authority", "gateway"),
            *headers,
        ]
        block = b"".join(_field(name.lower(), value) for name, value in fields)
        self._socket.sendall(_frame(HEADERS, END_HEADERS, self._stream, block))
        size = max(1, -(-len(body) // pieces))
        parts = [body[i : i + size] for i in range(0, len(body), size)] or [b""]
        for number, part in enumerate(parts):
            flags = END_STREAM if number == len(parts) - 1 else 0
            self._socket.sendall(_frame(DATA, flags, self._stream, part))
        return self._status()

    def _take(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            more = self._socket.recv(size - len(data))
            if not more:
                raise wire.Closed(data)
            data += more
        return data

    def _status(self) -> int:
        status = None
        while True:
            top = self._take(9)
            size, kind, flags = int.from_bytes(top[:3], "big"), top[3], top[4]
            payload = self._take(size)
            if kind == GOAWAY:
                raise wire.Closed(payload)
            if int.from_bytes(top[5:9], "big") != self._stream:
                continue
            if kind == HEADERS:
                status = int(payload[2:5]) if payload[0] == LITERAL_STATUS else STATUSES[payload[0]]
            if flags & END_STREAM and kind in (HEADERS, DATA):
                return status


class Http2(RowTest):
    gateways = ("nginx",)

    def setUp(self):
        super().setUp()
        prefix = self.enterContext(server.Prefix())
        self.port = server.free_port()
        locations = [
            Location("/a", Options()),
            Location("/limit", Options(max_body=sites.SMALL_LIMIT)),
        ]
        text = sites.text(self.site.gateway, prefix, self.port, self.site.upstream.port, locations)
        text = text.replace(
            f"listen 127.0.0.1:{self.port};", f"listen 127.0.0.1:{self.port} http2;"
        )
        self.enterContext(server.Server(prefix, text, self.site.environment))
        self.client = Client(self.port)
        self.addCleanup(self.client.close)

    def ask(self, path, body, headers=(wire.JSON,), length=False, pieces=1):
        row = self.new_row()
        fields = [*headers, (ROW_HEADER, row)] + (
            [("content-length", str(len(body)))] if length else []
        )
        status = self.client.post(path, fields, body, pieces)
        return status, [record.body for record in self.site.upstream.got(row)]

    def test_with_and_without_a_length(self):
        for length in (True, False):
            for pieces in (1, 3, 50):
                for size in (len(cases.GOOD.body), 12_000):
                    with self.subTest(length=length, pieces=pieces, size=size):
                        good, bad = cases.padded(size), cases.padded(size - 1) + b"}"
                        self.assertEqual(
                            self.ask("/a", good, length=length, pieces=pieces), (200, [good])
                        )
                        self.assertEqual(
                            self.ask("/a", bad, length=length, pieces=pieces), (400, [])
                        )

    def test_refusals(self):
        for length in (True, False):
            large = cases.padded(sites.SMALL_LIMIT + 1)
            self.assertEqual(self.ask("/limit", large, length=length), (413, []))
            self.assertEqual(
                self.ask("/a", cases.GOOD.body, [("content-type", "text/plain")], length), (415, [])
            )
            self.assertEqual(self.ask("/a", b"", length=length), (400, []))
            self.assertEqual(
                self.ask("/a", cases.GOOD.body, length=length), (200, [cases.GOOD.body])
            )
