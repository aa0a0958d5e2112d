"""Configurations: those that no gateway starts with, and how directives reach inner levels."""

import re

import cases
import paths
import server
import sites
import wire
from base import RowTest
from gateways import Options
from sites import Location

ADDRESS = "http://10.0.0.7:8080"  # its scheme is an error, endpoint.scheme


class BadConfigurations(RowTest):
    """Each with what is wrong, in the words of the library."""

    def refuse(self, options: Options) -> str:
        """What is said of a location with these options, with which no gateway comes up."""
        with server.Prefix() as prefix:
            text = sites.text(
                self.site.gateway, prefix, server.free_port(), 9, [Location("/a", options)]
            )
            candidate = server.Server(prefix, text, self.site.environment)
            if self.site.gateway.name == "nginx":
                code, words = candidate.test()
                self.assertEqual(code, 1, words)
                return words
            with self.assertRaises(RuntimeError) as caught, candidate:
                pass
            return str(caught.exception)

    def test_a_misspelt_keyword(self):
        words = self.refuse(Options(schema=str(paths.SCHEMAS / "misspelt.schema.json")))
        self.assertIn("3:3: the keyword `requird` is unknown", words)
        self.assertIn("did you mean `required`?", words)
        self.assertIn("[build.keyword]", words)

    def test_a_schema_that_the_metaschema_refuses(self):
        words = self.refuse(Options(schema=str(paths.SCHEMAS / "invalid.schema.json")))
        self.assertIn("[build.schema-invalid]", words)

    def test_an_unknown_revision(self):
        self.assertIn("2026-02-06", self.refuse(Options(revision="2026-02-06")))

    def test_an_unknown_code(self):
        self.assertIn(
            "endpoint.schema", self.refuse(Options(severity=(("endpoint.schema", "ignore"),)))
        )

    def test_an_unknown_level(self):
        self.assertIn("fatal", self.refuse(Options(severity=(("endpoint.scheme", "fatal"),))))

    def test_a_code_whose_severity_is_fixed(self):
        self.assertIn("input.syntax", self.refuse(Options(severity=(("input.syntax", "ignore"),))))

    def test_the_driver_takes_a_good_one(self):
        with self.assertRaises(AssertionError):
            self.refuse(Options(severity=(("endpoint.scheme", "ignore"),)))


class Directives(RowTest):
    gateways = ("nginx",)

    def configure(self, prefix, http="", in_server="", locations=""):
        """nginx.conf with these lines; the locations proxy to an upstream in nginx itself."""
        self.port, upstream = server.free_port(), server.free_port()
        lines = [
            *self.site.gateway.main_lines(),
            *prefix.main_lines(1),
            "http {",
            *prefix.http_lines(),
            *sites.own_upstream(upstream),
            http,
            "server {",
            f"listen 127.0.0.1:{self.port};",
            in_server,
            locations.replace("PASS", f"proxy_pass http://127.0.0.1:{upstream};"),
            "}",
            "}",
        ]
        return server.Server(prefix, "\n".join(lines), self.site.environment)

    def refuse(self, **blocks) -> str:
        with server.Prefix() as prefix:
            code, words = self.configure(prefix, **blocks).test()
            self.assertEqual(code, 1, words)
            return words

    def assert_statuses(self, statuses: dict, **blocks):
        """{(path, body): status}"""
        with server.Prefix() as prefix, self.configure(prefix, **blocks):
            for (path, body), status in statuses.items():
                with self.subTest(path), wire.Connection(self.port) as connection:
                    self.assertEqual(
                        connection.ask(wire.request("POST", path, body)).status, status
                    )

    def test_wrong_values(self):
        for lines, words in (
            ("admit maybe;", 'invalid value "maybe"'),
            ("admit;", "invalid number of arguments"),
            ("admit on; admit off;", '"admit" directive is duplicate'),
            ("admit_response html;", 'invalid value "html"'),
            ("admit_strict yes;", 'invalid value "yes"'),
            ("admit_max_body 0;", '"admit_max_body" directive must be more than 0'),
            ("admit_max_body x;", '"admit_max_body" directive invalid value'),
            ("admit_severity endpoint.scheme;", "invalid number of arguments"),
            ("admit_severity endpoint.scheme fatal;", "fatal"),
            ('admit_schema "";', '"admit_schema" directive names no file'),
            ("admit_revision 1; admit_revision 2;", '"admit_revision" directive is duplicate'),
        ):
            with self.subTest(lines):
                self.assertIn(words, self.refuse(locations=f"location / {{ {lines} }}"))

    def test_schema_files_that_cannot_be_read(self):
        for name, words in (("missing.json", "No such file"), (".", "is no file")):
            with self.subTest(name):
                self.assertIn(words, self.refuse(in_server=f"admit on; admit_schema {name};"))

    def test_all_that_the_metaschema_refuses_has_its_place(self):
        file = paths.SCHEMAS / "invalid.schema.json"
        words = self.refuse(in_server=f"admit on; admit_schema {file};")
        for place in ("2:11", "3:15"):
            self.assertRegex(
                words, rf"\[emerg\] .*admit: {re.escape(str(file))}:{place}: .* \[schema\.[a-z-]+\]"
            )

    def test_the_place_of_the_directive_is_told(self):
        words = self.refuse(
            locations="location / {\nadmit on;\nadmit_severity endpoint.schema ignore;\n}"
        )
        self.assertRegex(words, r"admit: .*`endpoint\.schema`.* in \S+/nginx\.conf:\d\d+")

    def test_so_is_that_of_an_outer_level(self):
        words = self.refuse(
            http="admit_severity endpoint.schema ignore;", locations="location / { admit on; }"
        )
        self.assertRegex(words, r"admit: .*`endpoint\.schema`.* in \S+/nginx\.conf:\d\d+")
        words = self.refuse(http="admit on; admit_severity endpoint.schema ignore;")
        self.assertRegex(words, r"admit: .*`endpoint\.schema`.* in \S+/nginx\.conf:\d\d+")

    def test_a_schema_beside_nginx_conf(self):
        with server.Prefix() as prefix:
            schema = paths.SCHEMAS / "never.schema.json"
            (prefix.configuration.parent / "own.schema.json").write_bytes(schema.read_bytes())
            blocks = {"locations": "location / { admit on; admit_schema own.schema.json; PASS }"}
            with self.configure(prefix, **blocks), wire.Connection(self.port) as connection:
                self.assertEqual(connection.ask(wire.request("POST", "/", b"{}")).status, 400)
                self.assertEqual(
                    connection.ask(wire.request("POST", "/", b'{"never":1}')).status, 200
                )

    def test_levels(self):
        good, bad = cases.GOOD.body, cases.BAD.body
        self.assert_statuses(
            {
                ("/", bad): 400,
                ("/", good): 200,
                ("/off", bad): 200,
                ("/off/on", bad): 400,
                ("/audit", bad): 200,
                ("/small", good): 413,
            },
            http="admit on;",
            locations="""
                location / { PASS }
                location /off { admit off; PASS location /off/on { admit on; PASS } }
                location /audit { admit audit; PASS }
                location /small { admit_max_body 10; PASS }
            """,
        )

    def test_severities_of_outer_levels_hold_where_there_are_none_within(self):
        self.assert_statuses(
            {
                ("/inherits", cases.BAD.body): 200,
                ("/has-its-own", cases.BAD.body): 400,
                ("/family", cases.BAD.body): 200,
            },
            http="admit on; admit_severity endpoint.scheme ignore;",
            locations="""
                location /inherits { PASS }
                location /has-its-own { admit_severity schema.null error; PASS }
                location /family {
                    admit_severity endpoint.* error;
                    admit_severity endpoint.scheme info;
                    PASS
                }
            """,
        )

    def test_neighbours_keep_their_own_settings(self):
        own = {
            "small": "admit_max_body 10;",
            "plain": "",
            "lenient": "admit_severity endpoint.scheme ignore;",
            "lenient-too": "admit_severity endpoint.scheme info;",
            "other": "admit_severity schema.null error;",
        }
        lines = "".join(
            f"location /{name} {{ admit on; {directives} PASS }}"
            for name, directives in own.items()
        )
        null = cases.named("null_members").body
        self.assert_statuses(
            {
                ("/small", null): 413,
                ("/plain", null): 200,
                ("/plain", cases.BAD.body): 400,
                ("/lenient", cases.BAD.body): 200,
                ("/lenient-too", cases.BAD.body): 200,
                ("/other", cases.BAD.body): 400,
                ("/other", null): 400,
            },
            locations=lines,
        )

    def test_a_variable_that_is_asked_too_early(self):
        with server.Prefix() as prefix:
            blocks = {"locations": 'location / { set $early "$admit_verdict"; admit on; PASS }'}
            with self.configure(prefix, **blocks) as running:
                with wire.Connection(self.port) as connection:
                    connection.ask(wire.request("POST", "/", cases.BAD.body))
                server.wait_for(lambda: running.access_log(), "the access log")
                self.assertIn(" reject endpoint.scheme explained", running.access_log())

    def test_where_the_check_stands(self):
        self.assert_statuses(
            {
                ("/denied", cases.BAD.body): 403,
                ("/returns", cases.BAD.body): 204,
                ("/page", cases.BAD.body): 400,
            },
            in_server="admit on; error_page 400 =200 /returns;",
            locations="""
                location /denied { deny all; PASS }
                location /returns { return 204; }
                location /page { PASS }
            """,
        )

    def test_an_if_has_the_engine_of_its_location(self):
        self.assert_statuses(
            {("/a?x=1", cases.BAD.body): 400, ("/a?x=1", cases.GOOD.body): 200},
            locations="location /a { admit on; if ($arg_x) { PASS } }",
        )

    def test_equal_settings_share_an_engine(self):
        """An engine with an unknown format warns when it is built."""
        with server.Prefix() as prefix:
            (prefix.configuration.parent / "odd.json").write_text('{"format": "odd"}')
            many = "".join(f"location /{i} {{ PASS }}" for i in range(100))
            blocks = {"http": "admit_schema odd.json;", "in_server": "admit on;"}
            code, words = self.configure(prefix, locations=many, **blocks).test()
            self.assertEqual((code, words.count("odd`")), (0, 1), words)
            many += "location /other { admit_strict on; PASS }"
            many += "location /off { admit off; admit_max_body 1; PASS }"
            code, words = self.configure(prefix, locations=many, **blocks).test()
            self.assertEqual((code, words.count("odd`")), (0, 2), words)


class Examples(RowTest):
    def adapted(self, prefix, port) -> str:
        """The example, with the folders and ports of this test instead of its own."""
        gateway = self.site.gateway
        text = (paths.ROOT / "gateways" / gateway.name / "example.conf").read_text()
        temporary = [line for line in prefix.http_lines() if "_temp_path" in line]
        for line, replacement in (
            *gateway.example_lines(),
            ("listen 8080;", f"listen 127.0.0.1:{port};"),
            ("server 127.0.0.1:9000;", f"server 127.0.0.1:{self.site.upstream.port};"),
            ("http {", "\n".join(["http {", *temporary])),
        ):
            self.assertEqual(text.count(line), 1, line)
            text = text.replace(line, replacement)
        return "daemon off;\n" + text

    def test_the_example_works(self):
        with server.Prefix() as prefix:
            (prefix.folder / "logs").mkdir()
            port = server.free_port()
            environment = {
                **self.site.environment,
                "LD_LIBRARY_PATH": str(self.site.gateway.library.parent),
            }
            example = server.Server(prefix, self.adapted(prefix, port), environment)
            self.assertEqual(example.test()[0], 0, example.test()[1])
            with example, wire.Connection(port) as connection:
                for case, status in (
                    (cases.GOOD, 200),
                    (cases.BAD, 400),
                    (cases.named("null_members"), 400),
                ):
                    response = connection.ask(wire.request("POST", "/v1/services", case.body))
                    self.assertEqual(response.status, status, case.name)
            log = (prefix.folder / "logs" / "access.log").read_text()
            self.assertIn("verdict=accept codes=- path=", log)
            self.assertIn("verdict=reject codes=endpoint.scheme path=explained", log)
