"""docs/gateways.md shows what is there."""

import json
import re

import paths
from base import RowTest

PAGE = (paths.ROOT / "docs" / "gateways.md").read_text()
REQUEST = paths.ROOT / "examples" / "manifests" / "bad" / "wrong-case-member.json"
CHANGING = re.compile(r'(?<=^Date: ).*|(?<="requestId":")[0-9a-f]{32}', re.MULTILINE)


def _blocks(kind: str) -> list[str]:
    part = PAGE[PAGE.index("## nginx\n") : PAGE.index("## OpenResty")]
    return re.findall(rf"^```{kind}\n(.*?)^```$", part, re.MULTILINE | re.DOTALL)


class NginxPage(RowTest):
    gateways = ("nginx",)

    def test_the_configuration_is_the_example(self):
        example = (paths.ROOT / "gateways" / "nginx" / "example.conf").read_text()
        self.assertIn(example, _blocks("nginx"))

    def test_the_answers_are_real(self):
        shown = _blocks("http")
        self.assertEqual(len(shown), 2)
        for path, block in zip(("/v1/services", "/api"), shown):
            with self.subTest(path):
                response = self.post(path, REQUEST.read_bytes()).response
                lines = [
                    "HTTP/1.1 400 Bad Request",
                    *(f"{name}: {value}" for name, value in response.headers),
                ]
                real = "\n".join([*lines, "", response.body.decode(), ""])
                self.assertEqual(CHANGING.sub("*", block), CHANGING.sub("*", real))

    def test_the_log_line_is_real(self):
        (shown,) = (block for block in _blocks("text") if "admit: " in block)
        (real,) = self.post("/v1/services", REQUEST.read_bytes()).error_lines()
        self.assertEqual(self._ours(shown), self._ours(real))

    @staticmethod
    def _ours(line: str) -> str:
        return (
            line[line.index("[info]") : line.index("[info]") + 6]
            + line[line.index(" admit: ") : line.index(", client: ")]
        )

    def test_every_directive_and_variable_is_told(self):
        folder = paths.ROOT / "gateways" / "nginx"
        directives = re.findall(
            r'DIRECTIVE\("(\w+)"', (folder / "ngx_http_admit_module.c").read_text()
        )
        variables = re.findall(
            r'ngx_string\("(admit_\w+)"\), get_',
            (folder / "ngx_http_admit_variables.c").read_text(),
        )
        self.assertEqual((len(directives), len(variables)), (7, 3))
        told = set(re.findall(r"^\| `(admit\w*) ", PAGE, re.MULTILINE))
        self.assertEqual(told, set(directives))
        self.assertEqual(set(re.findall(r"^\| `\$(admit\w*)`", PAGE, re.MULTILINE)), set(variables))

    def test_every_answer_is_told(self):
        for status, path, body, headers in (
            (400, "/v1/services", b"", [("Content-Type", "application/json")]),
            (413, "/limit", b" " * 5000, [("Content-Type", "application/json")]),
            (415, "/v1/services", b"{}", []),
            (
                503,
                "/heavy",
                b'{"text": "' + b"a" * 1_000_000 + b'"}',
                [("Content-Type", "application/json")],
            ),
        ):
            with self.subTest(status):
                response = self.post(path, body, headers).response
                self.assertEqual(response.status, status)
                self.assertIn(f"| {status} | `{json.loads(response.body)['code']}` |", PAGE)
