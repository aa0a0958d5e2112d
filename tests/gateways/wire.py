"""HTTP/1 by hand: requests as bytes, and a connection that sends them as slowly, or as many at
once, as a test wants."""

import dataclasses
import socket

TIMEOUT = 20.0  # seconds for a test to fail that waits in vain


class Closed(Exception):
    """The peer closed the connection where a response should come; `got`: what came of it."""

    def __init__(self, got: bytes):
        super().__init__(f"closed after {len(got)} bytes")
        self.got = got


@dataclasses.dataclass(frozen=True)
class Response:
    status: int
    version: str
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        values = [value for key, value in self.headers if key.lower() == name.lower()]
        return values[0] if values else None

    @property
    def keeps_open(self) -> bool:
        return self.version == "HTTP/1.1" and (self.header("Connection") or "") != "close"


JSON = ("Content-Type", "application/json")


def head(method, path, headers=(), version="1.1") -> bytes:
    lines = [f"{method} {path} HTTP/{version}", "Host: gateway"]
    lines += [f"{name}: {value}" for name, value in headers]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def request(method, path, body=b"", headers=(JSON,), version="1.1") -> bytes:
    return head(method, path, [*headers, ("Content-Length", len(body))], version) + body


def chunked(body: bytes, size: int) -> bytes:
    """The body in chunks of `size` bytes, the last chunk included."""
    chunks = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in chunks) + b"0\r\n\r\n"


def chunked_request(method, path, body, headers=(JSON,), size=100) -> bytes:
    return head(method, path, [*headers, ("Transfer-Encoding", "chunked")]) + chunked(body, size)


class Connection:
    def __init__(self, port: int):
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=TIMEOUT)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._read = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self._socket.close()

    def send(self, data: bytes):
        self._socket.sendall(data)

    def receive(self, method="POST") -> Response:
        """The next response, be it an interim one."""
        while b"\r\n\r\n" not in self._read:
            self._more(self._read)
        top, _, self._read = self._read.partition(b"\r\n\r\n")
        lines = top.decode("latin-1").split("\r\n")
        version, status = lines[0].split(" ")[:2]
        headers = [
            (name, value.strip()) for name, _, value in (line.partition(":") for line in lines[1:])
        ]
        fields = {name.lower(): value for name, value in headers}
        body = (
            b"" if method == "HEAD" or status[0] == "1" or status == "204" else self._body(fields)
        )
        return Response(int(status), version, headers, body)

    def ask(self, data: bytes, method="POST") -> Response:
        self.send(data)
        return self.receive(method)

    def is_closed(self) -> bool:
        """Whether the peer closes now, having said nothing more."""
        try:
            return not self._read and self._socket.recv(1) == b""
        except ConnectionResetError:
            return True
        except TimeoutError:
            return False

    def _more(self, so_far: bytes):
        try:
            data = self._socket.recv(65536)
        except ConnectionResetError:
            data = b""
        if not data:
            raise Closed(so_far)
        self._read += data

    def _take(self, size: int) -> bytes:
        while len(self._read) < size:
            self._more(self._read)
        data, self._read = self._read[:size], self._read[size:]
        return data

    def _line(self) -> bytes:
        while b"\r\n" not in self._read:
            self._more(self._read)
        line, _, self._read = self._read.partition(b"\r\n")
        return line

    def _body(self, fields) -> bytes:
        if "content-length" in fields:
            return self._take(int(fields["content-length"]))
        if fields.get("transfer-encoding") == "chunked":
            return self._chunks()
        try:
            while True:
                self._more(self._read)
        except Closed as closed:
            self._read = b""
            return closed.got

    def _chunks(self) -> bytes:
        body = b""
        while size := int(self._line(), 16):
            body += self._take(size)
            self._take(2)
        self._line()
        return body
