"""The server the SDKs' cases run against: it does what a script says. README.md tells how."""

import hashlib
import json
import re
import socket
import struct
import sys
import threading
from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from email.utils import format_datetime
from http import HTTPStatus
from urllib.parse import parse_qs, urlsplit

LONGEST_TEXT = 1024 * 1024
NO_BODY = {204, 304}
SLOT = re.compile(r"\{\{(base_url|http_date([+-]\d+))\}\}")


class Gone(Exception):
    """The client has closed its connection."""


@dataclass
class Request:
    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return urlsplit(self.target).path

    def seen(self) -> dict:
        query = parse_qs(urlsplit(self.target).query, keep_blank_values=True)
        told = {"method": self.method, "path": self.path, "query": query, "headers": self.headers}
        told["sha256"] = hashlib.sha256(self.body).hexdigest()
        if len(self.body) <= LONGEST_TEXT:
            try:
                told["body"] = self.body.decode()
            except UnicodeDecodeError:
                pass
        return told


class Connection:
    def __init__(self, peer: socket.socket):
        self.peer = peer
        self.input = peer.makefile("rb")

    def read(self) -> Request:
        line = self.line()
        method, target, _ = line.split(" ", 2)
        headers: dict[str, str] = {}
        while line := self.line():
            name, value = line.split(":", 1)
            headers[name.strip().lower()] = value.strip()
        return Request(method, target, headers, self.body(headers))

    def body(self, headers: dict[str, str]) -> bytes:
        if headers.get("transfer-encoding", "").lower() != "chunked":
            return self.exactly(int(headers.get("content-length", "0")))
        chunks = []
        while size := int(self.line().split(";")[0], 16):
            chunks.append(self.exactly(size))
            self.line()
        while self.line():
            pass  # a trailer
        return b"".join(chunks)

    def line(self) -> str:
        line = self.input.readline()
        if not line.endswith(b"\n"):
            raise Gone
        return line.decode("latin-1").rstrip("\r\n")

    def exactly(self, size: int) -> bytes:
        body = self.input.read(size)
        if len(body) < size:
            raise Gone
        return body

    def send(self, raw: bytes) -> None:
        self.peer.sendall(raw)

    def wait_until_gone(self) -> None:
        while self.input.read(1):
            pass
        raise Gone

    def reset(self) -> None:
        self.peer.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        raise Gone

    def close(self) -> None:
        self.input.close()
        self.peer.close()


class Listener(ABC):
    """Accepts connections on a free port of this machine, each in a thread of its own."""

    def __init__(self) -> None:
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=64)
        self.base_url = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self) -> None:
        while True:
            try:
                peer, _ = self.listening.accept()
            except OSError:
                return  # closed
            threading.Thread(target=self.serve, args=(Connection(peer),), daemon=True).start()

    def serve(self, connection: Connection) -> None:
        try:
            self.greet(connection)
            while True:
                self.answer(connection, connection.read())
        except (Gone, OSError):
            pass  # clients come and go
        finally:
            connection.close()

    def greet(self, connection: Connection) -> None:
        """Before the first request is read."""

    @abstractmethod
    def answer(self, connection: Connection, request: Request) -> None: ...

    def close(self) -> None:
        self.listening.shutdown(socket.SHUT_RDWR)
        self.listening.close()


@dataclass
class Script:
    steps: list[dict]
    requests: list[dict] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def __post_init__(self) -> None:
        for step in self.steps:
            step["left"] = float("inf") if step.get("times") == "any" else step.get("times", 1)

    def refuses_connection(self) -> bool:
        """Whether the next connection is to be reset before anything is read."""
        with self.lock:
            step = self.next(None)
            cut = step is not None and step.get("cut") == "before_request"
            if cut:
                step["left"] -= 1
            return cut

    def take(self, request: Request) -> tuple[dict, int]:
        """The step for a request, and the request's number from 1."""
        with self.lock:
            self.requests.append(request.seen())
            step = self.next(f"{request.method} {request.path}")
            if step is None:
                detail = f"{request.method} {request.path} is not in the script"
                step = {"status": 418, "body": {"code": "not_in_the_script", "detail": detail}, "left": 1}
            step["left"] -= 1
            return step, len(self.requests)

    def next(self, name: str | None) -> dict | None:
        ready = [step for step in self.steps if step["left"] > 0]
        named = [step for step in ready if name is not None and step.get("on") == name]
        return next(iter(named or [step for step in ready if "on" not in step]), None)

    def left(self) -> int:
        with self.lock:
            return sum(int(step["left"]) for step in self.steps if step["left"] != float("inf"))


class Case(Listener):
    def __init__(self, script: Script):
        self.script = script
        super().__init__()

    def greet(self, connection: Connection) -> None:
        if self.script.refuses_connection():
            connection.reset()

    def answer(self, connection: Connection, request: Request) -> None:
        step, number = self.script.take(request)
        if step.get("silence"):
            connection.wait_until_gone()
        if step.get("cut") == "after_request":
            connection.reset()
        head, body = self.response(step, number, request.method)
        if step.get("cut") == "in_body":
            connection.send(head + body[: len(body) // 2])
            connection.reset()
        connection.send(head + body)
        # a kept connection would carry the next request past `greet`
        raise Gone

    def response(self, step: dict, number: int, method: str) -> tuple[bytes, bytes]:
        status = step["status"]
        media_type = "application/problem+json" if status >= 400 else "application/json"
        text = step.get("text")
        if text is None:
            text = json.dumps(step["body"]) if "body" in step else ""
        body = self.filled(text).encode()
        headers = {"Content-Type": media_type, "Request-Id": f"req_{number}", **step.get("headers", {})}
        if status not in NO_BODY:
            headers["Content-Length"] = str(len(body))
        headers["Connection"] = "close"
        lines = [f"HTTP/1.1 {status} {phrase(status)}"]
        lines += [f"{name}: {self.filled(str(value))}" for name, value in headers.items() if value is not None]
        head = "\r\n".join(lines).encode("latin-1") + b"\r\n\r\n"
        return head, b"" if method == "HEAD" else body

    def filled(self, text: str) -> str:
        return SLOT.sub(lambda slot: self.base_url if slot[1] == "base_url" else http_date(int(slot[2])), text)


class Control(Listener):
    """Opens, tells of and closes cases."""

    def __init__(self) -> None:
        self.cases: dict[str, Case] = {}
        self.lock = threading.Lock()
        super().__init__()

    def answer(self, connection: Connection, request: Request) -> None:
        status, told = self.told(request)
        body = json.dumps(told).encode()
        head = f"HTTP/1.1 {status} {phrase(status)}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n"
        connection.send(head.encode() + body)

    def told(self, request: Request) -> tuple[int, dict]:
        with self.lock:
            if (request.method, request.path) == ("POST", "/cases"):
                name = str(len(self.cases) + 1)
                self.cases[name] = Case(Script(json.loads(request.body)["script"]))
                return 201, {"id": name, "base_url": self.cases[name].base_url}
            case = self.cases.get(request.path.removeprefix("/cases/"))
            if case is None:
                return 404, {"detail": "there is no such case"}
            if request.method == "DELETE":
                case.close()
            return 200, {"requests": case.script.requests, "steps_left": case.script.left()}


def phrase(status: int) -> str:
    return HTTPStatus(status).phrase if status in HTTPStatus._value2member_map_ else "Unknown"


def http_date(seconds: int) -> str:
    return format_datetime(datetime.now(timezone.utc) + timedelta(seconds=seconds), usegmt=True)


if __name__ == "__main__":
    print(f"listening on {Control().base_url}", flush=True)
    sys.stdin.read()
