"""A reload with other options in the middle of traffic: no request is lost or decided wrongly."""

import contextlib
import dataclasses
import threading
import time

import cases
import server
import sites
import wire
from base import RowTest
from gateways import Options
from sites import Location

ALWAYS_BAD = cases.named("endpoint.port-range")
LENIENT = Options(severity=(("endpoint.scheme", "ignore"),))
STRICT = Options()
# body -> status, with each of the configurations
STATUSES = [
    (cases.GOOD.body, {200}, {200}),
    (cases.BAD.body, {400}, {200}),
    (ALWAYS_BAD.body, {400}, {400}),
]


@dataclasses.dataclass(frozen=True)
class Answer:
    begun: float
    ended: float
    kind: int  # index in STATUSES
    status: int  # 0: lost


class Traffic:
    """Clients that ask without pause, until it is stopped."""

    def __init__(self, port: int):
        self._port = port
        self._stop = threading.Event()
        self.answers: list[Answer] = []
        clients = [self._fresh] * 2 + [self._kept] * 2
        self._threads = [threading.Thread(target=client, daemon=True) for client in clients]
        for thread in self._threads:
            thread.start()

    def stop(self):
        self._stop.set()
        for thread in self._threads:
            thread.join(wire.TIMEOUT)

    def _note(self, begun, kind, status):
        self.answers.append(Answer(begun, time.monotonic(), kind, status))

    def _fresh(self):
        """A connection for each request: every one has to be answered."""
        kind = 0
        while not self._stop.is_set():
            kind, begun = (kind + 1) % len(STATUSES), time.monotonic()
            try:
                with wire.Connection(self._port) as connection:
                    status = connection.ask(wire.request("POST", "/a", STATUSES[kind][0])).status
            except (OSError, wire.Closed):
                status = 0
            self._note(begun, kind, status)

    def _kept(self):
        """Connections that are kept: one may end between two requests, but never once an answer has
        begun."""
        kind, connection = 0, wire.Connection(self._port)
        while not self._stop.is_set():
            kind, begun = (kind + 1) % len(STATUSES), time.monotonic()
            try:
                self._note(
                    begun,
                    kind,
                    connection.ask(wire.request("POST", "/a", STATUSES[kind][0])).status,
                )
            except (OSError, wire.Closed) as failure:
                if getattr(failure, "got", b""):
                    self._note(begun, kind, 0)
                connection.close()
                connection = wire.Connection(self._port)
        connection.close()


class Reload(RowTest):
    def _text(self, options) -> str:
        upstream = self.site.upstream.port
        return sites.text(
            self.site.gateway, self.prefix, self.port, upstream, [Location("/a", options)], 2
        )

    @contextlib.contextmanager
    def running(self, options):
        self.port = server.free_port()
        with server.Prefix() as self.prefix:
            with server.Server(self.prefix, self._text(options), self.site.environment) as running:
                yield running

    def test_under_traffic(self):
        spans = []  # (from, to, index of the configuration): when it alone was in force
        with self.running(STRICT) as running:
            traffic = Traffic(self.port)
            for turn in range(6):
                begun = time.monotonic()
                time.sleep(0.4)
                spans.append((begun, time.monotonic(), turn % 2))
                running.write(self._text(STRICT if turn % 2 else LENIENT))
                running.reload()
            traffic.stop()
        self._check(traffic.answers, spans)

    def _check(self, answers, spans):
        counts = {0: 0, 1: 0}
        for answer in answers:
            _, strict, lenient = STATUSES[answer.kind]
            within = [
                which
                for begun, ended, which in spans
                if begun <= answer.begun and answer.ended <= ended
            ]
            allowed = (strict, lenient)[within[0]] if within else strict | lenient
            self.assertIn(answer.status, allowed, answer)
            for which in within:
                counts[which] += 1
        self.assertGreater(min(counts.values()), 300, counts)

    def test_a_request_in_the_middle_keeps_its_configuration(self):
        request = wire.request("POST", "/a", cases.BAD.body)
        for before, after, status in ((STRICT, LENIENT, 400), (LENIENT, STRICT, 200)):
            with self.running(before) as running, wire.Connection(self.port) as connection:
                connection.send(request[:-50])
                time.sleep(0.1)
                running.write(self._text(after))
                running.begin_reload()
                with wire.Connection(self.port) as other:
                    self.assertEqual(other.ask(request).status, 600 - status)
                connection.send(request[-50:])
                self.assertEqual(connection.receive().status, status)

    def test_a_broken_configuration_changes_nothing(self):
        with self.running(STRICT) as running:
            workers = running.workers()
            running.write(self._text(Options(severity=(("endpoint.schema", "ignore"),))))
            running.signal_reload()
            server.wait_for(lambda: "endpoint.schema" in running.complaints(), "the complaint")
            with wire.Connection(self.port) as connection:
                self.assertEqual(
                    connection.ask(wire.request("POST", "/a", cases.BAD.body)).status, 400
                )
                self.assertEqual(
                    connection.ask(wire.request("POST", "/a", cases.GOOD.body)).status, 200
                )
            self.assertEqual(running.workers(), workers)
