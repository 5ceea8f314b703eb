"""Which address does a host have, and may we connect to it?"""

import ipaddress
import socket

from riwaya.errors import UnreachableError

_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_NAT64 = ipaddress.IPv6Network("64:ff9b::/96")


def addresses(host: str, port: int, *, private: bool) -> tuple[str, ...]:
    """Return the addresses of a host, likeliest first.

    The caller connects to one of these and does not look the name up again: between two look-ups
    a name can be moved from a public address to a private one.

    Raises:
        UnreachableError: the host is unknown, or has an address that is not public.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreachableError(f"the host {host} is not known") from error
    unique = tuple(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in unique:
        if not private and not is_public(address):
            raise UnreachableError(
                f"{host} has the address {address}, which is not public"
                " (allow it with ingest.private_addresses = true)"
            )
    return unique


def is_public(address: str) -> bool:
    """Tell whether an address is one of the public network.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("192.0.43.8")
    (False, False, True)
    """
    parsed = ipaddress.ip_address(address)
    return all(one.is_global and not one.is_multicast for one in (parsed, *_inside(parsed)))


def _inside(address: _Address) -> tuple[_Address, ...]:
    """Return the IPv4 address that an IPv6 one leads to, if any."""
    if isinstance(address, ipaddress.IPv4Address):
        return ()
    if address in _NAT64:
        return (ipaddress.IPv4Address(int(address) & 0xFFFFFFFF),)
    return tuple(found for found in (address.ipv4_mapped, address.sixtofour) if found)
