"""How is the page of a URL fetched, and when is it left alone?"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple, Self
from urllib.parse import quote

from riwaya.config import IngestSettings
from riwaya.errors import UnreachableError
from riwaya.ingest.addresses import addresses
from riwaya.ingest.robots import Robots, read_robots

if TYPE_CHECKING:
    import httpx

VISITOR = "riwaya"
_AGENT = f"{VISITOR} (reads single news pages; obeys robots.txt)"
_REDIRECTS = frozenset((301, 302, 303, 307, 308))
_CLIENT_ERROR, _SERVER_ERROR = 400, 500
_MOST_ROBOTS = 500_000
_PATIENCE = 6
"""How many times the timeout a whole page may take, however steadily it drips."""
_PORTS = {"http": 80, "https": 443}


class Fetched(NamedTuple):
    """A page as it was sent: its bytes, the encoding the server named, and its last address."""

    data: bytes
    charset: str | None
    url: str


class _Answer(NamedTuple):
    status: int
    location: str | None
    data: bytes
    charset: str | None


class Fetcher:
    """Fetches pages for one run; remembers what each site's robots.txt says."""

    def __init__(self, settings: IngestSettings) -> None:
        # httpx takes a third of a second to load, and most runs read files only.
        import httpx  # noqa: PLC0415

        self._settings = settings
        self._robots: dict[str, Robots] = {}
        # No proxies from the environment: behind one, nobody knows which address is connected to.
        # No connection is kept: one that was opened for a host must not serve its neighbour.
        self._client = httpx.Client(
            trust_env=False,
            timeout=settings.timeout_seconds,
            limits=httpx.Limits(max_keepalive_connections=0),
            headers={"User-Agent": _AGENT, "Accept-Language": "ar"},
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def fetch(self, url: str) -> Fetched:
        """Return the page of a URL, following redirects.

        Raises:
            UnreachableError: it cannot be fetched, or may not be.
        """
        address = _parsed(url)
        for _ in range(self._settings.most_redirects + 1):
            if not self._rules(address).allows(address.raw_path.decode("ascii")):
                raise UnreachableError(f"robots.txt of {address.host} forbids to fetch {address}")
            answer = self._get(address, most_bytes=self._settings.most_bytes)
            if answer.location is not None:
                address = _joined(address, answer.location)
            elif answer.status >= _CLIENT_ERROR:
                raise UnreachableError(f"the server of {address.host} answered {answer.status}")
            else:
                return Fetched(answer.data, answer.charset, str(address))
        raise UnreachableError(
            f"more than {self._settings.most_redirects} redirects (ingest.most_redirects)"
        )

    def _rules(self, address: "httpx.URL") -> Robots:
        """Return what robots.txt says; where a server fails to say it, nothing is allowed."""
        site = f"{address.scheme}://{address.netloc.decode('ascii')}"
        if site not in self._robots:
            self._robots[site] = self._read_robots(address.copy_with(raw_path=b"/robots.txt"))
        return self._robots[site]

    def _read_robots(self, address: "httpx.URL") -> Robots:
        answer = self._get(address, most_bytes=_MOST_ROBOTS, cut=True)
        for _ in range(self._settings.most_redirects):
            if answer.location is None:
                break
            address = _joined(address, answer.location)
            answer = self._get(address, most_bytes=_MOST_ROBOTS, cut=True)
        if answer.status >= _SERVER_ERROR:
            raise UnreachableError(f"robots.txt of {address.host} answered {answer.status}")
        if answer.status >= _CLIENT_ERROR or answer.location is not None:
            return Robots()
        return read_robots(answer.data.decode("utf-8", "replace"), VISITOR)

    def _get(self, address: "httpx.URL", *, most_bytes: int, cut: bool = False) -> _Answer:
        """Send one request to the address that was checked, and read the answer."""
        import httpx  # noqa: PLC0415  # as above

        try:
            with self._connected(address) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    return _Answer(response.status_code, response.headers["location"], b"", None)
                data = self._body(response, most_bytes, cut=cut)
                return _Answer(response.status_code, None, data, response.charset_encoding)
        except httpx.TimeoutException as error:
            raise UnreachableError(
                f"{address.host} did not answer within {self._settings.timeout_seconds:g} seconds"
                " (ingest.timeout_seconds)"
            ) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            reason = str(error) or type(error).__name__
            raise UnreachableError(f"{address.host} could not be read: {reason}") from error

    @contextmanager
    def _connected(self, address: "httpx.URL") -> "Iterator[httpx.Response]":
        """Open the answer of the first address of a host that takes a connection."""
        import httpx  # noqa: PLC0415  # as above

        port = address.port or _PORTS[address.scheme]
        found = addresses(address.host, port, private=self._settings.private_addresses)
        host = address.netloc.decode("ascii")
        for index, one in enumerate(found):
            request = self._client.build_request(
                "GET",
                address.copy_with(host=one),
                headers={"Host": host, "Connection": "close"},
                extensions={"sni_hostname": address.raw_host.decode("ascii")},
            )
            try:
                response = self._client.send(request, stream=True)
            except httpx.ConnectError:
                if index + 1 == len(found):
                    raise
                continue
            try:
                yield response
            finally:
                response.close()
                self._client.cookies.clear()
            return

    def _body(self, response: "httpx.Response", most_bytes: int, *, cut: bool) -> bytes:
        declared = response.headers.get("content-length", "")
        most = f"{most_bytes:,} bytes (ingest.most_bytes)"
        if not cut and declared.isdigit() and int(declared) > most_bytes:
            raise UnreachableError(f"too large: the page has {int(declared):,} of at most {most}")
        end = time.monotonic() + _PATIENCE * self._settings.timeout_seconds
        data = bytearray()
        for chunk in response.iter_bytes():
            data += chunk
            if len(data) > most_bytes:
                if cut:
                    break
                raise UnreachableError(f"too large: the page has more than {most}")
            if time.monotonic() > end:
                raise UnreachableError("too slow: the page did not end in time")
        return bytes(data[:most_bytes])


def _parsed(url: str) -> "httpx.URL":
    """Return a URL that may be asked for.

    Raises:
        UnreachableError: it is none, or of another scheme than http and https.
    """
    import httpx  # noqa: PLC0415  # as above

    try:
        address = httpx.URL(quote(url, safe="%/:=&?~#+!$,;'@()*[]"))
    except (httpx.InvalidURL, UnicodeError) as error:
        raise UnreachableError(f"no URL: {error}") from error
    return _allowed(address)


def _joined(address: "httpx.URL", location: str) -> "httpx.URL":
    import httpx  # noqa: PLC0415  # as above

    try:
        joined = address.join(location)
    except (httpx.InvalidURL, UnicodeError) as error:
        raise UnreachableError(f"redirected to what is no URL: {error}") from error
    return _allowed(joined)


def _allowed(address: "httpx.URL") -> "httpx.URL":
    if address.scheme not in _PORTS or not address.host:
        raise UnreachableError(f"no URL of http or https: {address}")
    return address
