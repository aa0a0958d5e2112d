"""Manifests to lint: small, each different, one in a hundred with a fault that a schema tells."""

import pathlib
import random

COUNT = 10_000
FAULT_EVERY = 100
# Without x: `xxx` is a placeholder to admit.
LETTERS = "abcdefghijklmnopqrstuvwyz"
WORDS = "user order cart price stock search mail bill ship tax audit image video chat".split()


class Maker:
    """Texts from a fixed seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)

    def word(self, length: int) -> str:
        return "".join(self.random.choices(LETTERS, k=length))

    def name(self, number: int) -> str:
        return f"{self.random.choice(WORDS)}-{self.word(5)}-{number}"

    def ip(self) -> str:
        return "10." + ".".join(str(self.random.randrange(256)) for _ in range(3))

    def port(self) -> int:
        return self.random.randrange(1, 65536)

    def kubernetes(self, number: int) -> list[str]:
        return [f"  - name: {self.name(number)}", f"    namespace: {self.word(8)}"]

    def nacos(self, number: int) -> list[str]:
        return [
            f"  - name: {self.name(number)}",
            f'    namespace: "{self.word(12)}"',
            "    groupName: DEFAULT_GROUP",
            f"    sourceId: nacos-{self.word(10)}",
        ]

    def fixed(self, number: int) -> list[str]:
        return [
            f"  - name: {self.name(number)}",
            "    addresses:",
            f"      - {self.ip()}:{self.port()}",
            f"      - '{self.ip()}:{self.port()}'",
        ]

    def domains(self, number: int) -> list[str]:
        return [
            f"  - name: {self.name(number)}",
            f'    addresses: ["{self.word(8)}.{self.word(6)}.com:{self.port()}"]',
            f"    dnsServers: ['{self.ip()}:53']",
        ]

    def manifest(self, number: int) -> str:
        source_type, service, services = self.random.choice(
            [
                ("K8S", self.kubernetes, 6),
                ("MSE_NACOS", self.nacos, 4),
                ("VIP", self.fixed, 4),
                ("DNS", self.domains, 5),
            ]
        )
        lines = [
            f"# {number}: the {self.random.choice(WORDS)} services of {self.word(6)}",
            f"gatewayId: gw-{self.word(20)}",
            f"sourceType: {source_type}",
            f"resourceGroupId: rg-{self.word(15)}",
            "serviceConfigs:",
        ]
        for i in range(services - self.random.randrange(2)):
            lines += service(i)
        return "\n".join(lines) + "\n"


def with_fault(manifest: str, number: int) -> str:
    """The manifest with a value of a wrong type, or one that an enumeration lacks."""
    lines = manifest.splitlines()
    if number % (2 * FAULT_EVERY) == 0:
        lines[2] = "sourceType: KUBERNETES"
    else:
        lines[3] = "resourceGroupId: [rg]"
    return "\n".join(lines) + "\n"


def write_all(folder: pathlib.Path) -> set[str]:
    """Writes the manifests; the names of those with a fault."""
    folder.mkdir(parents=True)
    maker = Maker(1)
    faulty = set()
    for number in range(COUNT):
        text = maker.manifest(number)
        name = f"{number:05}.yaml"
        if number % FAULT_EVERY == 0:
            text = with_fault(text, number)
            faulty.add(name)
        (folder / name).write_text(text)
    return faulty
