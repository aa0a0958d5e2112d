"""Manifests made to cost much or to break something, with what `admit check` finds in them.

As a program, writes them: documents.py FOLDER
"""

import dataclasses
import pathlib
import sys
from collections.abc import Callable

MEGA = 1_000_000
HEAD = "gatewayId: gw-cq7l5s5lhtgi6qasrdc0\nsourceType: VIP\n"
UNKNOWN = "schema.unknown-member service.configs-required"  # of a member behind HEAD


@dataclasses.dataclass(frozen=True)
class Document:
    name: str
    codes: str  # of all findings, each once, in alphabetical order
    make: Callable[[], str | bytes]


def alias_bomb() -> str:
    """Nine anchors, each of nine aliases of the one before: 9^9 strings, were they resolved."""
    lines = ["a0: &a0 [" + ", ".join(["lol"] * 9) + "]"]
    lines += [f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 9) + "]" for i in range(1, 9)]
    return HEAD + "\n".join(lines) + "\nserviceConfigs: *a8\n"


def merge_bomb() -> str:
    """Thirty anchors, each of which merges the one before in twice."""
    lines = ["m0: &m0 {name: a}"]
    lines += [f"m{i}: &m{i} {{<<: [*m{i - 1}, *m{i - 1}]}}" for i in range(1, 30)]
    return HEAD + "\n".join(lines) + "\n<<: *m29\n"


def numbered(line: str, count: int) -> str:
    return "".join(line.format(i) for i in range(count))


def service(rest: str) -> str:
    return HEAD + "serviceConfigs: [{name: a, " + rest + "}]\n"


ALIASES = [
    Document("alias-bomb", "yaml.alias yaml.anchor", alias_bomb),
    Document("alias-bomb-of-merges", "yaml.alias yaml.anchor yaml.merge-key", merge_bomb),
    Document("alias-of-itself", "yaml.alias yaml.anchor", lambda: HEAD + "a: &a [*a, {b: *a}]\n"),
    Document("aliases", "input.too-many-items", lambda: HEAD + "a: [" + "*a," * 100_000 + "]\n"),
    Document("anchors", "yaml.anchor", lambda: HEAD + "a:\n" + numbered("- &a{} b\n", 9_999)),
    Document("anchor-long", "yaml.anchor", lambda: HEAD + "a: &" + "t" * MEGA + " b\n"),
    Document("tags", "yaml.tag", lambda: HEAD + "a: [" + "!t a," * 9_999 + "]\n"),
    Document("tag-long", "yaml.tag", lambda: HEAD + "a: !" + "t" * MEGA + " b\n"),
    Document("directives", "input.syntax", lambda: numbered("%TAG !a{}! t\n", 60_000) + "--- a\n"),
    Document(
        "directives-between-line-separators",
        "input.syntax",
        lambda: numbered("%TAG !a{}! t\u2028", 40_000) + "\n--- a\n",
    ),
]

DEPTH = [
    Document("brackets", "input.too-deep", lambda: "[" * 100_000),
    Document("brackets-closed", "input.too-deep", lambda: "[" * 100_000 + "]" * 100_000),
    Document("brackets-on-lines", "input.too-deep", lambda: "[\n" * 100_000),
    Document("brackets-in-a-key", "input.too-deep", lambda: "? " + "[" * 100_000),
    Document("brackets-behind-members", "input.too-deep", lambda: HEAD + "a: " + "[" * MEGA),
    Document("brackets-that-close", "input.syntax", lambda: "]" * MEGA),
    Document("braces", "input.too-deep", lambda: "{" * 100_000),
    Document("braces-with-names", "input.too-deep", lambda: "{a: " * 100_000),
    Document("dashes", "input.too-deep", lambda: "- " * 100_000 + "a\n"),
    Document("question-marks", "input.too-deep", lambda: "? " * 100_000 + "a\n"),
    Document(
        "deep-blocks",
        "input.too-deep",
        lambda: HEAD + "".join(" " * i + "a:\n" for i in range(1400)),
    ),
]

SIZE = [
    Document("key-long", "input.syntax", lambda: HEAD + "k" * MEGA + ": 1\n"),
    Document("key-long-quoted", "input.syntax", lambda: HEAD + '"' + "k" * MEGA + '": 1\n'),
    Document("key-long-with-question-mark", UNKNOWN, lambda: HEAD + "? " + "k" * MEGA + "\n: 1\n"),
    Document("key-of-escapes", UNKNOWN, lambda: HEAD + '? "' + r"\x41" * 250_000 + '"\n: 1\n'),
    Document("keys", UNKNOWN, lambda: HEAD + numbered("a{}: 1\n", 90_000)),
    Document(
        "keys-alike",
        "input.duplicate-key service.configs-required",
        lambda: HEAD + "a: 1\n" * 200_000,
    ),
    Document("string-of-quotes", UNKNOWN, lambda: HEAD + "name: '" + "''" * 500_000 + "'\n"),
    Document("string-without-end", "input.syntax", lambda: HEAD + 'name: "' + "a\n " * 300_000),
    Document("string-of-lines", UNKNOWN, lambda: HEAD + "name: >\n" + "  a\n\n" * 200_000),
    Document("string-of-blank-lines", UNKNOWN, lambda: HEAD + "name: |\n" + "\n" * MEGA),
    Document("number-long", "input.number-range", lambda: HEAD + "gateway: " + "9" * MEGA + "\n"),
    Document(
        "endpoint-long",
        "endpoint.length",
        lambda: service("addresses: [" + "a." * 500_000 + "]"),
    ),
    Document(
        "items", "input.too-many-items", lambda: HEAD + "serviceConfigs:\n" + "-\n" * 500_000
    ),
    Document("comment-long", "service.configs-required", lambda: HEAD + "#" * MEGA + "\n"),
    Document("comments", "service.configs-required", lambda: HEAD + "#\n" * 500_000),
    Document(
        "comment-signs-without-blanks",
        "lint.unused-suppression " + UNKNOWN,
        lambda: HEAD + "a: [b," + "#" * 900_000 + "\n]\n# admit: ignore[name.*] why\n",
    ),
    Document(
        "comment-behind-many-keys",
        UNKNOWN,
        lambda: HEAD + numbered("a{}: 1\n", 90_000) + "# admit: ignore[schema.type] why\n",
    ),
    Document(
        "suppressions",
        "lint.unused-suppression service.configs-required",
        lambda: HEAD + "# admit: ignore[name.*] why\n" * 30_000,
    ),
    Document("megabytes-5", "input.too-large", lambda: HEAD + "name: " + "a" * 5 * MEGA),
    Document("megabytes-70", "input.too-large", lambda: HEAD + "name: " + "a" * 70 * MEGA),
    Document(
        "megabytes-70-of-keys",
        "input.too-large",
        lambda: HEAD + "# admit: ignore[schema.type] why\n" + numbered("a{}: 1\n", 6_000_000),
    ),
]

BYTES = [
    Document("nul", "input.syntax", lambda: HEAD + "name: a\0b\n"),
    Document("nuls", "input.syntax", lambda: "\0" * MEGA),
    Document(
        "nul-escaped",
        "endpoint.control-character",
        lambda: service('addresses: ["a.example:80\\0"]'),
    ),
    Document("utf-16", "input.encoding", lambda: (HEAD * 1000).encode("utf-16")),
    Document("utf-8-broken", "input.encoding", lambda: HEAD.encode() + b"\xff" * MEGA),
    Document("byte-order-marks", "input.encoding", lambda: "\ufeff" * 300_000),
    Document(
        "line-separators",
        "input.duplicate-key service.configs-required",
        lambda: HEAD + "a: b\u2028" * 100_000,
    ),
    Document("tab-that-indents", "input.syntax", lambda: "gatewayId:\n\tname: a\n"),
    Document("tabs", "input.empty", lambda: "\t" * MEGA),
    Document("tabs-behind-a-key", UNKNOWN, lambda: HEAD + "name:" + "\t" * MEGA + "a\n"),
    Document("blanks", "schema.type", lambda: " " * MEGA + "a"),
    Document("colons", "input.syntax", lambda: ": " * 500_000),
    Document("commas", "input.syntax", lambda: "[" + "," * MEGA),
    Document("quotes", "input.syntax", lambda: '"' * MEGA),
]

STREAMS = [
    Document(
        "documents", "schema.type yaml.too-many-documents", lambda: "---\n1\n" * 1_000_000
    ),
    Document(
        "documents-ended", "schema.type yaml.too-many-documents", lambda: "1\n...\n" * 1_000_000
    ),
    Document("documents-empty", "input.empty", lambda: "---\n" * 1_000_000),
    Document(
        "documents-of-brackets", "input.too-deep", lambda: ("--- " + "[" * 100_000 + "\n") * 40
    ),
    Document(
        "documents-of-a-megabyte",
        "input.too-many-items",
        lambda: ("---\na: [" + "b, " * 300_000 + "]\n") * 8,
    ),
]

DOCUMENTS = ALIASES + DEPTH + SIZE + BYTES + STREAMS


def write_all(folder: pathlib.Path) -> None:
    for one in DOCUMENTS:
        content = one.make()
        (folder / f"{one.name}.yaml").write_bytes(
            content if isinstance(content, bytes) else content.encode()
        )


if __name__ == "__main__":
    write_all(pathlib.Path(sys.argv[1]))
