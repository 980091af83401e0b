"""A real SMTP server that keeps what it is given, and refuses what a test wants refused."""
import email
import email.policy
import logging
import ssl
import subprocess
import sys
import threading

sys.path.append("/usr/lib/python3/dist-packages")  # where Debian puts aiosmtpd
from aiosmtpd.controller import Controller  # noqa: E402
from free_port import free_port  # noqa: E402

logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # who is refused, or stopped in the middle, is a test, not news


class Certificate:
    """An authority of our own, and what it says of `localhost`."""

    def __init__(self, folder):
        self.authority, self.file, self.key = (f"{folder}/{name}.pem" for name in ("authority", "server", "server-key"))
        authority_key, request, extensions = (f"{folder}/{name}" for name in ("authority-key.pem", "request.pem", "extensions"))
        with open(extensions, "w") as file:
            file.write("subjectAltName=DNS:localhost\n")
        for command in (
                f"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -days 2 -subj /CN=Authority -keyout {authority_key} -out {self.authority}",
                f"req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -subj /CN=localhost -keyout {self.key} -out {request}",
                f"x509 -req -in {request} -CA {self.authority} -CAkey {authority_key} -CAcreateserial -days 2 -extfile {extensions} -out {self.file}"):
            subprocess.run(["openssl", *command.split()], check=True, capture_output=True)

    def context(self):
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(self.file, self.key)
        return context


class Sink:
    """`refusals`: {address: an answer such as "550 nobody here"}, said to RCPT. `taken`: (envelope, message) in the order they came."""

    def __init__(self, port=0, certificate=None, offers_encryption=True):
        self.taken, self.refusals, self.refused = [], {}, []
        self.changed = threading.Condition()
        how = {"tls_context": certificate.context(), "require_starttls": True} if certificate and offers_encryption else {}
        self.controller = Controller(self, hostname="localhost", port=port or free_port(), **how)
        self.port = self.controller.port
        self.controller.start()

    async def handle_RCPT(self, server, session, envelope, address, options):
        if answer := self.refusals.get(address):
            self._keep(self.refused, address)
            return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        envelope.encrypted = session.ssl is not None
        self._keep(self.taken, (envelope, email.message_from_bytes(envelope.content, policy=email.policy.default)))
        return "250 taken"

    def _keep(self, where, what):
        with self.changed:
            where.append(what)
            self.changed.notify_all()

    def wait(self, condition, what, patience=60):
        """Until the condition holds of what was taken and refused."""
        with self.changed:
            if not self.changed.wait_for(condition, patience):
                raise AssertionError(f"waited {patience} s for {what}; {len(self.taken)} mails came")

    def close(self):
        """As often as one likes."""
        if self.controller.server is not None:
            self.controller.stop()


def plain_of(message):
    return message.get_body(("plain",)).get_content()


def html_of(message):
    return message.get_body(("html",)).get_content()
