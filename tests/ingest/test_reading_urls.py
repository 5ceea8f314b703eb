import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from riwaya.config import IngestSettings
from riwaya.ingest.addresses import is_public
from riwaya.ingest.robots import read_robots
from riwaya.records.report import Rejected, Report
from tests.ingest.builders import BODY, TITLE, a_line, a_page, read, the_reason, the_report

NEAR = IngestSettings(private_addresses=True, timeout_seconds=0.5)
PAGE = a_page().encode()


class _Site(BaseHTTPRequestHandler):
    """A small news site with every fault a site can have."""

    robots = b""
    robots_status = 200
    seen: list[str]

    def do_GET(self) -> None:
        self.seen.append(self.path)
        answer = getattr(self, "on_" + self.path.strip("/").split("/")[0].split(".")[0], None)
        if answer is None:
            self.send(404, b"")
        else:
            answer()

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # as above
        """Keep quiet."""

    def on_robots(self) -> None:
        self.send(self.robots_status, self.robots)

    def on_page(self) -> None:
        self.send(200, PAGE, Content_Type="text/html; charset=utf-8")

    def on_arabic(self) -> None:
        self.send(200, a_page().encode("cp1256"), Content_Type="text/html; charset=windows-1256")

    def on_lines(self) -> None:
        self.send(200, (a_line(id="a") + a_line(id="b", body=BODY + " تمت.")).encode())

    def on_moved(self) -> None:
        self.send(302, b"", Location="/page/1")

    def on_loop(self) -> None:
        self.send(302, b"", Location="/loop")

    def on_away(self) -> None:
        self.send(302, b"", Location="ftp://example.org/file")

    def on_inside(self) -> None:
        self.send(302, b"", Location="http://[::ffff:169.254.169.254]/latest")

    def on_large(self) -> None:
        self.send(200, PAGE * 100)

    def on_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(1000):
            try:
                self.wfile.write(PAGE)
            except OSError:
                return

    def on_slow(self) -> None:
        time.sleep(1)

    def on_dripping(self) -> None:
        self.send_response(200)
        self.end_headers()
        for _ in range(40):
            try:
                self.wfile.write(b"x")
            except OSError:
                return
            time.sleep(0.2)

    def on_failing(self) -> None:
        self.send(503, b"")

    def on_nonsense(self) -> None:
        self.wfile.write(b"this is no HTTP\r\n\r\n")

    def on_image(self) -> None:
        self.send(200, b"\x89PNG\r\n\x1a\n" + bytes(100), Content_Type="image/png")


@contextmanager
def site(robots: str = "", status: int = 200) -> Iterator[tuple[str, list[str]]]:
    """Serve the site; give its address, and the list of paths that are asked for."""
    seen: list[str] = []
    handler = type(
        "Site", (_Site,), {"robots": robots.encode(), "robots_status": status, "seen": seen}
    )
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_page_is_fetched_and_read() -> None:
    with site() as (address, _):
        report = the_report(read(f"{address}/page/1", settings=NEAR))
    assert report.title == TITLE
    assert report.url == report.origin == f"{address}/page/1"


def test_a_redirect_is_followed_and_its_end_is_the_address() -> None:
    with site() as (address, _):
        report = the_report(read(f"{address}/moved", settings=NEAR))
    assert (report.origin, report.url) == (f"{address}/moved", f"{address}/page/1")


def test_the_encoding_that_a_server_names_is_known() -> None:
    with site() as (address, _):
        assert the_report(read(f"{address}/arabic", settings=NEAR)).title == TITLE


def test_an_arabic_address_is_asked_for() -> None:
    with site() as (address, seen):
        the_report(read(f"{address}/page/خبر عاجل?id=1", settings=NEAR))
    assert seen[-1] == "/page/%D8%AE%D8%A8%D8%B1%20%D8%B9%D8%A7%D8%AC%D9%84?id=1"


def test_json_lines_may_be_fetched() -> None:
    with site() as (address, _):
        results = read(f"{address}/lines", settings=NEAR)
    assert [r.id for r in results if isinstance(r, Report)] == ["a", "b"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("loop", "more than 5 redirects (ingest.most_redirects)"),
        ("missing", "the server of 127.0.0.1 answered 404"),
        ("failing", "the server of 127.0.0.1 answered 503"),
        ("away", "no URL of http or https: ftp://"),
        ("slow", "127.0.0.1 did not answer within 0.5 seconds (ingest.timeout_seconds)"),
        ("dripping", "too slow: "),
        ("nonsense", "127.0.0.1 could not be read: "),
        ("image", "binary: this is a PNG image"),
    ],
)
def test_what_cannot_be_fetched_is_rejected_with_its_reason(path: str, reason: str) -> None:
    with site() as (address, _):
        (result,) = read(f"{address}/{path}", settings=NEAR)
    assert isinstance(result, Rejected)
    assert result.origin == f"{address}/{path}"
    assert result.reason.startswith(reason)


@pytest.mark.parametrize("path", ["large", "endless"])
def test_a_page_beyond_the_limit_is_rejected(path: str) -> None:
    settings = IngestSettings(private_addresses=True, most_bytes=10_000)
    with site() as (address, _):
        reason = the_reason(read(f"{address}/{path}", settings=settings))
    assert reason.startswith("too large: ")


def test_a_private_address_is_not_connected_to_unless_asked() -> None:
    with site() as (address, seen):
        reason = the_reason(read(f"{address}/page"))
    assert reason.startswith("127.0.0.1 has the address 127.0.0.1, which is not public")
    assert seen == []


def test_a_name_that_leads_to_a_private_address_is_not_connected_to() -> None:
    with site() as (address, seen):
        named = address.replace("127.0.0.1", "localhost")
        assert "which is not public" in the_reason(read(f"{named}/page"))
    assert seen == []


def test_every_redirect_is_checked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("riwaya.ingest.addresses.is_public", lambda address: address == "127.0.0.1")
    with site() as (address, _):
        reason = the_reason(read(f"{address}/inside"))
    assert "169.254.169.254, which is not public" in reason or "a9fe:a9fe" in reason


def test_a_name_is_looked_up_once_for_each_request(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    look_up = socket.getaddrinfo

    def counted(host: str, port: int, family: int = 0, type: int = 0) -> object:  # noqa: A002
        asked.append(host)
        return look_up("127.0.0.1" if host == "news.example" else host, port, family, type)

    monkeypatch.setattr(socket, "getaddrinfo", counted)
    with site() as (address, _):
        named = address.replace("127.0.0.1", "news.example")
        the_report(read(f"{named}/page", settings=NEAR))
    # Once for robots.txt and once for the page; what is connected to is the address itself.
    assert asked.count("news.example") == 2


@pytest.mark.parametrize(
    "address",
    ["127.0.0.1", "10.1.2.3", "192.168.0.1", "172.16.9.9", "169.254.169.254", "0.0.0.1", "::1",
     "fe80::1", "fc00::1", "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "224.0.0.1",
     "100.64.0.1", "::"],
)  # fmt: skip
def test_an_address_that_is_not_of_the_public_network_is_known(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"])
def test_an_address_of_the_public_network_is_known(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/x", "http://", "http://[::1", "http://exa mple/", "file:///etc/passwd"],
)
def test_what_is_no_address_of_a_page_is_rejected(url: str) -> None:
    assert the_reason(read(url))


def test_an_unknown_host_is_rejected() -> None:
    assert the_reason(read("http://nowhere.invalid/x")) == "the host nowhere.invalid is not known"


def test_a_page_that_robots_txt_forbids_is_not_asked_for() -> None:
    with site("User-agent: *\nDisallow: /page") as (address, seen):
        reason = the_reason(read(f"{address}/page/1", settings=NEAR))
    assert reason.startswith("robots.txt of 127.0.0.1 forbids to fetch ")
    assert seen == ["/robots.txt"]


def test_a_redirect_to_a_forbidden_page_is_not_followed() -> None:
    with site("User-agent: riwaya\nDisallow: /page") as (address, seen):
        assert the_reason(read(f"{address}/moved", settings=NEAR)).startswith("robots.txt")
    assert "/page/1" not in seen


def test_robots_txt_is_asked_for_once_in_a_run() -> None:
    with site() as (address, seen):
        read(f"{address}/page/1", f"{address}/lines", settings=NEAR)
    assert seen.count("/robots.txt") == 1


def test_a_site_without_robots_txt_may_be_read() -> None:
    with site(status=404) as (address, _):
        the_report(read(f"{address}/page", settings=NEAR))


def test_a_site_that_cannot_say_what_it_allows_is_left_alone() -> None:
    with site(status=500) as (address, seen):
        reason = the_reason(read(f"{address}/page", settings=NEAR))
    assert reason == "robots.txt of 127.0.0.1 answered 500"
    assert "/page" not in seen


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/x/y.pdf?a", True),
        ("User-agent: *\nDisallow: /*?print=", "/x?print=1", False),
        ("User-agent: other\nDisallow: /", "/a", True),
        ("User-agent: *\nDisallow: /\n\nUser-agent: Riwaya/1\nDisallow: /b", "/a", True),
        ("User-agent: a\nUser-agent: riwaya\nDisallow: /a # why", "/a", False),
        ("User-agent: *\nDisallow: /خبر", "/%D8%AE%D8%A8%D8%B1/1", False),
        ("User-agent: *\nDisallow: /%d8%ae", "/%D8%AE%D8%A8%D8%B1/1", False),
        ("Disallow: /a", "/a", True),
        ("nonsense\n\x00: :", "/a", True),
        ("User-agent: *\nDisallow: /" + "*a" * 5000 + "$", "/" + "a" * 20_000 + "b", True),
    ],
)
def test_the_rules_of_robots_txt_are_read(rules: str, path: str, allowed: bool) -> None:
    assert read_robots(rules, "riwaya").allows(path) is allowed
