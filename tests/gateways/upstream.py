"""The API behind the gateway: keeps what it gets, and answers as CreateService does."""

import dataclasses
import http.server
import json
import os
import sys
import threading

# A request says with this header which test sent it, and with the other what the API shall do.
ROW_HEADER = "X-Row"
ORDER_HEADER = "X-Order"


@dataclasses.dataclass(frozen=True)
class Record:
    method: str
    path: str
    headers: list[tuple[str, str]]
    body: bytes


def success() -> bytes:
    answer = {
        "requestId": "8FA9BB94-915B-5299-A694-49FCC7F5DD00",
        "code": "Ok",
        "message": "success",
        "data": {"serviceIds": ["svc-d1s8g6tlhtg3vvp0hh3g"]},
    }
    return json.dumps(answer).encode()


class _Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def log_message(self, *_):
        pass

    def _read_body(self) -> bytes:
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def _serve(self):
        record = Record(self.command, self.path, self.headers.items(), self._read_body())
        self.server.keep(self.headers.get(ROW_HEADER), record)
        status = self.server.obey(self.headers.get(ORDER_HEADER), record)
        self.send_response(status)
        body = success()
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_GET = do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _serve


class Upstream(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 256

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self._records: dict[str, list[Record]] = {}
        self._lock = threading.Lock()
        self.truncated_folder = None  # where the order `truncate` finds bodies
        self._thread = threading.Thread(target=self.serve_forever, daemon=True)
        self._thread.start()

    def handle_error(self, *_):
        """Connections that end early are the gateway's right."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(*_)

    @property
    def port(self) -> int:
        return self.server_address[1]

    def stop(self):
        self.shutdown()
        self.server_close()
        self._thread.join()

    def keep(self, row, record):
        with self._lock:
            self._records.setdefault(row, []).append(record)

    def got(self, row: str) -> list[Record]:
        """The requests of a row, in the order of their coming."""
        with self._lock:
            return list(self._records.get(row, []))

    def obey(self, order, record) -> int:
        """The status to answer with. Orders are for the first location of a redirect alone."""
        if not order or not record.path.startswith("/first"):
            return 200
        if order == "truncate":
            for folder, _, names in os.walk(self.truncated_folder):
                for name in names:
                    os.truncate(os.path.join(folder, name), 0)
        return 502
