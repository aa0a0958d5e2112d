"""A process that sends mixed requests over kept connections and holds every answer against what it
has to be: `load_client.py PORT COUNT SEED` prints {"sent": N, "wrong": [first ones]}."""

import json
import random
import sys

import cases
import wire

BURST = 10  # requests in one write, where they are pipelined
LARGE = 100_000  # bytes
SITTING = (
    1000  # requests on one connection: nginx itself keeps a little memory of each until it ends
)
PATH = "/v1/services"


def requests() -> list[tuple[bytes, str, int, tuple[str, ...]]]:
    """(bytes, method, status, codes) of every kind."""
    found = []
    for case in cases.load("ok") + cases.load("err"):
        if case.schema is None:
            status = 200 if case.is_good else 400
            found.append((wire.request("POST", PATH, case.body), "POST", status, case.codes))
            found.append((wire.chunked_request("PUT", PATH, case.body), "PUT", status, case.codes))
    for _ in range(20):
        found.append((wire.head("GET", PATH), "GET", 200, ()))
        text = [("Content-Type", "text/plain")]
        found.append((wire.request("POST", PATH, cases.GOOD.body, text), "POST", 415, ()))
    large = cases.padded(LARGE)
    found.append((wire.request("POST", PATH, large), "POST", 200, ()))
    found.append((wire.request("POST", PATH, large + b"}"), "POST", 400, ("input.syntax",)))
    found.append((wire.request("POST", "/limit", large), "POST", 413, ()))
    return found


def wrong(response: wire.Response, status: int, codes) -> str:
    """What is wrong with the answer; empty where nothing is."""
    if response.status != status:
        return f"{response.status} instead of {status}"
    if (
        status == 400
        and tuple(error["code"] for error in json.loads(response.body)["errors"]) != codes
    ):
        return f"{response.body[:400]!r} instead of {codes}"
    return ""


def sit(port, kinds, chance, count) -> list[str]:
    """Sends `count` requests on one connection; what went wrong."""
    troubles, sent = [], 0
    with wire.Connection(port) as connection:
        while sent < count:
            burst = chance.choices(kinds, k=min(chance.choice((1, 1, 1, BURST)), count - sent))
            connection.send(b"".join(data for data, *_ in burst))
            for data, method, status, codes in burst:
                trouble = wrong(connection.receive(method), status, codes)
                if trouble:
                    troubles.append(f"{trouble}: {data[:400]!r}")
            sent += len(burst)
    return troubles


def main():
    port, count, seed = map(int, sys.argv[1:])
    chance, kinds = random.Random(seed), requests()
    troubles = []
    for begun in range(0, count, SITTING):
        troubles += sit(port, kinds, chance, min(SITTING, count - begun))
    print(json.dumps({"sent": count, "wrong": troubles[:2], "wrongs": len(troubles)}))


if __name__ == "__main__":
    main()
