"""Many mixed requests from several processes: none is decided wrongly, and the worker's memory
stays as it is."""

import json
import pathlib
import subprocess
import sys
import time

import server
import sites
from gateways import Options
from sites import Location

CLIENTS = 3
MAX_GROWTH = 1 << 20  # bytes, of a worker between a fifth of the requests and all of them
LOCATIONS = [
    Location("/v1/services", Options()),
    Location("/limit", Options(max_body=sites.SMALL_LIMIT)),
]


def send(port: int, count: int, seed: int) -> list[str]:
    """Sends `count` requests; what went wrong."""
    script = pathlib.Path(__file__).with_name("load_client.py")
    shares = [count // CLIENTS + (i < count % CLIENTS) for i in range(CLIENTS)]
    clients = [
        subprocess.Popen(
            [sys.executable, str(script), str(port), str(share), str(seed + i)],
            stdout=subprocess.PIPE,
        )
        for i, share in enumerate(shares)
    ]
    troubles, sent = [], 0
    for client in clients:
        output, _ = client.communicate()
        if client.returncode != 0:
            troubles.append(f"a client ended with {client.returncode}")
            continue
        result = json.loads(output)
        sent += result["sent"]
        if result["wrongs"]:
            troubles.append(f"{result['wrongs']} wrong answers, such as {result['wrong']}")
    if not troubles and sent != count:
        troubles.append(f"{sent} requests instead of {count}")
    return troubles


def run(gateway, requests: int) -> bool:
    port, upstream = server.free_port(), server.free_port()
    with server.Prefix() as prefix:
        text = sites.text(
            gateway, prefix, port, upstream, LOCATIONS, 1, sites.own_upstream(upstream)
        )
        with server.Server(prefix, text) as running:
            workers, begun = running.workers(), time.monotonic()
            troubles = send(port, requests // 5, 1)
            early = running.resident_bytes()
            troubles += send(port, requests - requests // 5, 100)
            growth = running.resident_bytes() - early
            seconds = time.monotonic() - begun
            if running.workers() != workers:
                troubles.append("the worker has died")
    if growth > MAX_GROWTH:
        troubles.append(f"the worker grew by {growth} bytes")
    for trouble in troubles:
        print(trouble, file=sys.stderr)
    print(
        f"{requests} requests in {seconds:.0f} s, "
        f"worker: {early / 2**20:.1f} MiB after a fifth of them, "
        f"{growth / 2**10:+.0f} KiB after all: {'failed' if troubles else 'ok'}",
        file=sys.stderr,
    )
    return not troubles
