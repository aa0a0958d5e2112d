"""A private nginx: on loopback, below a temporary prefix, gone with this process."""

import ctypes
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time

import paths

_PR_SET_PDEATHSIG = 1


def wait_for(condition, what: str, seconds: float = 20.0):
    """What `condition` returns, as soon as that is true."""
    end = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > end:
            raise TimeoutError(f"waited in vain for {what}")
        time.sleep(0.01)
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _die_with_parent():
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def _is_leaving(worker: int) -> bool:
    try:
        return b"shutting down" in pathlib.Path(f"/proc/{worker}/cmdline").read_bytes()
    except (FileNotFoundError, ProcessLookupError):
        return True


class Prefix:
    """The folder of a server. Use it in a `with`."""

    def __enter__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="admit-gateways-"))
        self.folder.chmod(0o755)
        for name in ("conf", "body", "proxy", "fastcgi", "uwsgi", "scgi", "asan"):
            (self.folder / name).mkdir()
            if os.geteuid() == 0:
                shutil.chown(self.folder / name, "nobody", "nogroup")
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    @property
    def configuration(self) -> pathlib.Path:
        return self.folder / "conf" / "nginx.conf"

    @property
    def bodies(self) -> pathlib.Path:
        return self.folder / "body"

    def main_lines(self, workers: int) -> list[str]:
        user = ["user nobody nogroup;"] if os.geteuid() == 0 else []
        return user + [
            f"worker_processes {workers};",
            "daemon off;",
            f"pid {self.folder}/pid;",
            f"error_log {self.folder}/error.log info;",
            "events { worker_connections 1000; }",
        ]

    def http_lines(self) -> list[str]:
        names = {
            "client_body": "body",
            "proxy": "proxy",
            "fastcgi": "fastcgi",
            "uwsgi": "uwsgi",
            "scgi": "scgi",
        }
        lines = [f"{name}_temp_path {self.folder}/{folder};" for name, folder in names.items()]
        return lines + [
            "log_format row '$http_x_row $request_id $status '",
            "'$admit_verdict $admit_codes $admit_path';",
            f"access_log {self.folder}/access.log row;",
            "keepalive_requests 1000000;",
            "default_type application/octet-stream;",
        ]


class Server:
    """nginx with the configuration `text`. Use it in a `with`: what has come up goes down."""

    def __init__(self, prefix: Prefix, text: str, environment: dict[str, str] | None = None):
        self.prefix = prefix
        self._environment = {**os.environ, **(environment or {})}
        self._process = None
        self.write(text)

    def write(self, text: str):
        self.prefix.configuration.write_text(text)

    def _command(self, *more: str) -> list[str]:
        prefix = self.prefix
        return [str(paths.NGINX), "-p", str(prefix.folder), "-c", str(prefix.configuration), *more]

    def test(self) -> tuple[int, str]:
        """Exit code and words of `nginx -t`."""
        done = subprocess.run(
            self._command("-t"), capture_output=True, text=True, timeout=60, env=self._environment
        )
        return done.returncode, done.stdout + done.stderr

    def __enter__(self):
        with open(self.prefix.folder / "stdout", "ab") as output:
            self._process = subprocess.Popen(
                self._command(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env=self._environment,
                preexec_fn=_die_with_parent,
            )
        try:
            wait_for(lambda: self._process.poll() is not None or self._is_up(), "nginx", 60)
            if self._process.poll() is not None:
                raise RuntimeError("nginx has not started:\n" + self.complaints())
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(20)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    def complaints(self) -> str:
        folder = self.prefix.folder
        files = [folder / "stdout", folder / "error.log", *sorted((folder / "asan").iterdir())]
        return "".join(file.read_text(errors="replace") for file in files if file.exists())

    def workers(self) -> list[int]:
        """Process ids of the workers, of those on their way out, too."""
        children = pathlib.Path(f"/proc/{self._process.pid}/task/{self._process.pid}/children")
        try:
            return [int(word) for word in children.read_text().split()]
        except (FileNotFoundError, ProcessLookupError):
            return []

    def reload(self):
        """Returns when only workers of the new configuration are left."""
        old = set(self.workers())
        self.begin_reload()
        wait_for(
            lambda: old.isdisjoint(self.workers()) and self.workers(), "the workers to be replaced"
        )

    def begin_reload(self):
        """Returns when new connections reach workers of the new configuration; old ones may finish
        what they have."""
        old = set(self.workers())
        self.signal_reload()
        wait_for(lambda: set(self.workers()) - old, "new workers")
        wait_for(lambda: all(_is_leaving(worker) for worker in old), "the old workers to stop")

    def signal_reload(self):
        self._process.send_signal(signal.SIGHUP)

    def _is_up(self) -> bool:
        wanted = re.search(r"worker_processes (\d+);", self.prefix.configuration.read_text())
        return len(self.workers()) >= (int(wanted[1]) if wanted else 1)

    def resident_bytes(self) -> int:
        """Of all workers together."""
        total = 0
        for worker in self.workers():
            status = pathlib.Path(f"/proc/{worker}/status").read_text()
            total += int(re.search(r"^VmRSS:\s+(\d+) kB$", status, re.MULTILINE)[1]) * 1024
        return total

    def access_log(self) -> str:
        return (self.prefix.folder / "access.log").read_text()

    def error_log(self) -> list[str]:
        return (self.prefix.folder / "error.log").read_text(errors="replace").splitlines()
