"""What a check adds to a request: the same requests over one kept connection, to a location with
`off` and to one with `on` by turns, so that whatever else the machine does meets both alike."""

import statistics
import time

import cases
import server
import sites
import wire
from gateways import Options
from sites import Location

ROUNDS = 60
TURN = 50  # requests at one location before the other has its turn
WARM_UP = 5  # rounds that are not counted

_BUFFER = ("client_body_buffer_size 1m;",)
LOCATIONS = [Location("/off", Options(mode="off"), _BUFFER), Location("/on", Options(), _BUFFER)]


def _services(count: int) -> bytes:
    """A good request with that many services."""
    one = '{"name":"user-service-%d","namespace":"default"}'
    services = ",".join(one % i for i in range(count))
    return (
        '{"gatewayId":"gw-cq7l5s5lhtgi6qasrdc0","sourceType":"K8S","serviceConfigs":[%s]}'
        % services
    ).encode()


def _turn(connection, data: bytes, status: int) -> list[float]:
    """Microseconds of each request of a turn."""
    times = []
    for _ in range(TURN):
        begun = time.perf_counter_ns()
        response = connection.ask(data)
        times.append((time.perf_counter_ns() - begun) / 1000)
        if response.status != status:
            raise RuntimeError(f"{response.status} instead of {status}")
    return times


def _compare(port: int, body: bytes, status: int) -> dict[str, list[float]]:
    times = {"/off": [], "/on": []}
    for number in range(WARM_UP + ROUNDS):
        order = ("/off", "/on") if number % 2 else ("/on", "/off")
        with wire.Connection(port) as connection:
            for path in order:
                taken = _turn(
                    connection, wire.request("POST", path, body), status if path == "/on" else 200
                )
                if number >= WARM_UP:
                    times[path] += taken
    return times


def _row(name: str, body: bytes, times) -> str:
    off, on = (statistics.median(times[path]) for path in ("/off", "/on"))
    tails = [statistics.quantiles(times[path], n=100)[98] for path in ("/off", "/on")]
    return (
        f"{name:24} {len(body):>8} {off:>8.0f} {on:>8.0f} {on - off:>+8.0f} {on / off:>8.2f} "
        f"{tails[0]:>8.0f} {tails[1]:>8.0f}"
    )


def run(gateway) -> bool:
    port, upstream = server.free_port(), server.free_port()
    with server.Prefix() as prefix:
        text = sites.text(
            gateway, prefix, port, upstream, LOCATIONS, 1, sites.own_upstream(upstream)
        )
        with server.Server(prefix, text):
            print(f"gateway {gateway.name}, {ROUNDS * TURN} requests each, microseconds")
            titles = ("bytes", "off", "on", "added", "ratio", "off p99", "on p99")
            print(f"{'request':24} " + " ".join(f"{title:>8}" for title in titles))
            for name, body, status in (
                ("1 service", cases.GOOD.body, 200),
                ("20 services", _services(20), 200),
                ("200 services", _services(200), 200),
                ("2000 services", _services(2000), 200),
                ("1 service, refused", cases.BAD.body, 400),
            ):
                print(_row(name, body, _compare(port, body, status)), flush=True)
    return True
