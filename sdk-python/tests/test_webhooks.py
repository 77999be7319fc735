import json
import pickle
import threading
import unittest
import urllib.error
import urllib.request
from base64 import b64decode
from datetime import datetime, timedelta, timezone
from email.message import Message
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

from clipforge import (
    ClipForgeError,
    WebhookPayloadError,
    WebhookSecretError,
    WebhookVerificationError,
    webhooks,
)

VECTORS = json.loads(
    (Path(__file__).parents[2] / "webhooks/vectors/signatures.json").read_text("utf-8")
)
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NOW = datetime(2026, 11, 21, 9, 31, tzinfo=timezone.utc)
EVENT: dict[str, Any] = {
    "id": "evt_01h455vb4pex5vsknk084sn02q",
    "type": "export.ready",
    "timestamp": "2026-11-21T09:30:59Z",
    "sequence": 3,
    "resource_id": "exp_01h455vb4pex5vsknk084sn02q",
    "environment": "live",
    "data": {"title": "Grüße 🎬"},
}


def now() -> float:
    return NOW.timestamp() + 0.999


def signed(body: str | bytes) -> dict[str, str]:
    return webhooks.sign(id="evt_1", timestamp=NOW, body=body, secrets=SECRET)


def unwrap(event: dict[str, Any]) -> webhooks.WebhookEvent:
    body = json.dumps(event)
    return webhooks.unwrap(body, signed(body), SECRET, now=now)


def body_of(vector: dict[str, Any]) -> str | bytes:
    return vector["body"] if "body" in vector else b64decode(vector["body_base64"])


class VectorsTest(unittest.TestCase):
    def test_there_are_vectors(self) -> None:
        for kind in ("sign", "verify", "secrets"):
            self.assertTrue(VECTORS[kind], kind)

    def test_signing(self) -> None:
        for vector in VECTORS["sign"]:
            with self.subTest(vector["name"]):
                headers = webhooks.sign(
                    id=vector["id"],
                    timestamp=datetime.fromtimestamp(vector["timestamp"], timezone.utc),
                    body=body_of(vector),
                    secrets=vector["secrets"],
                )
                expected = {
                    "webhook-id": vector["id"],
                    "webhook-timestamp": str(vector["timestamp"]),
                    "webhook-signature": vector["signature"],
                }
                self.assertEqual(expected, headers)

    def test_verifying(self) -> None:
        for vector in VECTORS["verify"]:
            with self.subTest(vector["name"]):
                self.assertEqual(vector["expect"], self.outcome(vector))

    def outcome(self, vector: dict[str, Any]) -> str:
        try:
            webhooks.verify(
                body_of(vector),
                vector["headers"],
                vector["secrets"],
                tolerance=vector["tolerance_seconds"],
                now=lambda: vector["now"] + 0.999,
            )
            return "valid"
        except WebhookVerificationError as refusal:
            return refusal.reason

    def test_secrets(self) -> None:
        for vector in VECTORS["secrets"]:
            with self.subTest(vector["name"]):
                try:
                    webhooks.sign(id="evt_1", timestamp=NOW, body="", secrets=vector["secret"])
                    valid = True
                except WebhookSecretError:
                    valid = False
                self.assertEqual(vector["valid"], valid)


class WebhooksTest(unittest.TestCase):
    def test_a_delivery_becomes_an_event(self) -> None:
        expected = webhooks.WebhookEvent(
            id=EVENT["id"],
            type="export.ready",
            timestamp=NOW - timedelta(seconds=1),
            sequence=3,
            resource_id=EVENT["resource_id"],
            environment="live",
            data={"title": "Grüße 🎬"},
        )
        self.assertEqual(expected, unwrap(EVENT))

    def test_a_type_we_have_not_heard_of_is_an_event_all_the_same(self) -> None:
        self.assertEqual("planet.aligned", unwrap({**EVENT, "type": "planet.aligned"}).type)

    def test_every_way_to_write_a_timestamp_is_read(self) -> None:
        for text, micros in [
            ("2026-11-21T09:31:00Z", 0),
            ("2026-11-21T09:31:00.5Z", 500_000),
            ("2026-11-21T09:31:00.123456789Z", 123_456),
            ("2026-11-21T10:31:00.001+01:00", 1_000),
        ]:
            expected = NOW + timedelta(microseconds=micros)
            self.assertEqual(expected, unwrap({**EVENT, "timestamp": text}).timestamp, text)

    def test_bytes_do_as_well_as_text_and_messages_as_well_as_dicts(self) -> None:
        body = json.dumps(EVENT).encode()
        headers = Message()
        for name, value in signed(body).items():
            headers[name.title()] = value
        self.assertEqual(EVENT["id"], webhooks.unwrap(body, headers, [SECRET], now=now).id)
        self.assertEqual(EVENT["id"], webhooks.unwrap(bytearray(body), headers, SECRET, now=now).id)

    def test_verify_tells_the_id_and_when_it_was_sent(self) -> None:
        verified = webhooks.verify("any", signed("any"), SECRET, now=now)
        self.assertEqual(webhooks.VerifiedWebhook("evt_1", NOW), verified)

    def test_header_bytes_nobody_can_read_are_no_signature(self) -> None:
        headers = {**signed("{}"), "webhook-signature": "v1,\udcff"}
        with self.assertRaises(WebhookVerificationError) as caught:
            webhooks.verify("{}", headers, SECRET, now=now)
        self.assertEqual("no_matching_signature", caught.exception.reason)

    def test_the_clock_of_this_machine_counts_unless_told_otherwise(self) -> None:
        current = datetime.now(timezone.utc)
        fresh = webhooks.sign(id="evt_1", timestamp=current, body="{}", secrets=SECRET)
        webhooks.verify("{}", fresh, SECRET)
        stale = webhooks.sign(
            id="evt_1", timestamp=current - timedelta(hours=1), body="{}", secrets=SECRET
        )
        with self.assertRaises(WebhookVerificationError) as caught:
            webhooks.verify("{}", stale, SECRET)
        self.assertEqual("timestamp_too_old", caught.exception.reason)

    def test_a_body_that_is_signed_but_no_event_is_told_apart(self) -> None:
        bodies: list[str | bytes] = ["not JSON", "[]", "null", '"text"', "{}", b'"\xff"']
        bodies += [json.dumps({k: v for k, v in EVENT.items() if k != "data"})]
        for field, value in [
            ("id", 7),
            ("sequence", "3"),
            ("sequence", True),
            ("timestamp", "yesterday"),
            ("timestamp", "2026-11-21T09:31:00"),
            ("timestamp", "2026-13-21T09:31:00Z"),
            ("data", []),
        ]:
            bodies += [json.dumps({**EVENT, field: value})]
        for body in bodies:
            with self.subTest(body), self.assertRaises(WebhookPayloadError):
                webhooks.unwrap(body, signed(body), SECRET, now=now)

    def test_what_a_json_parser_made_of_the_body_is_refused_with_a_hint(self) -> None:
        with self.assertRaisesRegex(TypeError, "raw body"):
            webhooks.unwrap(EVENT, {}, SECRET)  # type: ignore[arg-type]

    def test_mistakes_in_the_setup_are_not_taken_for_forgeries(self) -> None:
        headers = signed("{}")
        for secrets in ([], [SECRET, "secret"]):
            with self.assertRaises(WebhookSecretError):
                webhooks.verify("{}", headers, secrets)
        for tolerance in (float("nan"), -1):
            with self.assertRaises(ValueError):
                webhooks.verify("{}", headers, SECRET, tolerance=tolerance)

    def test_errors_have_one_root_survive_pickling_and_never_hold_the_secret(self) -> None:
        refusal = pickle.loads(pickle.dumps(WebhookVerificationError("missing_header")))
        self.assertIsInstance(refusal, ClipForgeError)
        self.assertEqual("missing_header", refusal.reason)
        with self.assertRaises(ClipForgeError) as caught:
            webhooks.verify("{}", {}, "whsec_s3cr?t")
        self.assertNotIn("s3cr", repr(caught.exception))
        self.assertTrue(caught.exception.__suppress_context__)


class Receiver(BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["content-length"]))
        try:
            event = webhooks.unwrap(body, self.headers, SECRET, now=now)
        except WebhookVerificationError:
            self.send_error(400)
            return
        self.send_response(200)
        self.end_headers()
        self.wfile.write(event.type.encode())

    def log_message(self, format: str, *args: Any) -> None:
        """Keeps the test's output clean."""


class ReceiverTest(unittest.TestCase):
    def test_a_receiver_believes_what_was_signed_and_nothing_else(self) -> None:
        with HTTPServer(("127.0.0.1", 0), Receiver) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            try:
                body = json.dumps(EVENT)
                self.assertEqual("export.ready", self.post(server, body, signed(body)))
                with self.assertRaises(urllib.error.HTTPError) as caught:
                    self.post(server, body.replace("live", "test"), signed(body))
                self.assertEqual(400, caught.exception.code)
                caught.exception.close()
            finally:
                server.shutdown()

    def post(self, server: HTTPServer, body: str, headers: dict[str, str]) -> str:
        url = f"http://127.0.0.1:{server.server_port}/"
        request = urllib.request.Request(url, body.encode(), headers)
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=10) as response:
            return str(response.read(), "utf-8")


if __name__ == "__main__":
    unittest.main()
