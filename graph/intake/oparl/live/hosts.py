"""Which addresses may be asked: those of one host, and none inside the own network unless that is allowed."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit, urlunsplit

from graph.intake.guard import printable, refuse
from graph.intake.oparl.objects import is_address
from schema.text import Text

_Ip = ipaddress.IPv4Address | ipaddress.IPv6Address
_PORTS = {"http": 80, "https": 443}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")


@dataclass(frozen=True, slots=True)
class Home:
    """The one place that is asked: scheme, host and port of the address that a person named."""

    scheme: str
    host: str
    port: int

    @classmethod
    def of(cls, address: str) -> "Home":
        """Take an address apart; an InputError where it is none, or holds a name and password."""
        parts = urlsplit(address) if is_address(address) else None
        try:
            port = (parts.port or _PORTS[parts.scheme.lower()]) if parts else 0
        except ValueError:
            port = 0
        if not parts or not port or not parts.hostname:
            refuse("no-address", _NO_ADDRESS, printable(address), _ADDRESS)
        if parts.username is not None or parts.password is not None:
            refuse("password-in-address", _PASSWORD, printable(parts.hostname), _ADDRESS)
        return cls(parts.scheme.lower(), parts.hostname.lower(), port)

    def within(self, address: str) -> str | None:
        """Give the address to ask for what an address names; None where that lies elsewhere.

        An endpoint over https is asked over https although its links say http, as many do.
        """
        try:
            parts = urlsplit(address)
            scheme, port = parts.scheme.lower(), parts.port
        except ValueError:
            return None
        plain = port in (None, _PORTS.get(scheme))
        if (parts.hostname or "").lower() != self.host or parts.username is not None or scheme not in _PORTS:
            return None
        if scheme == "http" and self.scheme == "https" and plain and self.port == _PORTS["https"]:
            return urlunsplit(("https", self.host_in_address, parts.path, parts.query, ""))
        upgraded = self.scheme == "http" and scheme == "https" and plain and self.port == _PORTS["http"]
        same = scheme == self.scheme and (port or _PORTS[scheme]) == self.port
        return urlunsplit(parts._replace(fragment="")) if same or upgraded else None

    @property
    def host_in_address(self) -> str:
        """Give the host as it stands in an address."""
        return f"[{self.host}]" if ":" in self.host else self.host


def joined(address: str, link: str) -> str:
    """Give the whole address of a link that may be relative; "" where it is none."""
    try:
        return urljoin(address, link)
    except ValueError:
        return ""


def host_of(address: str) -> str:
    """Give the host of an address, with its port, as it can be shown: without a name and password."""
    try:
        return printable(urlsplit(address).netloc.rpartition("@")[2][:200]) or "?"
    except ValueError:
        return "?"


def checked_addresses(host: str, port: int, *, private: bool) -> list[str]:
    """Resolve a host, and give its addresses when all of them may be asked; an InputError names what may not.

    One that may not is enough to refuse: whoever sets a name to a public and a private address means harm.
    """
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        refuse("unknown-host", _UNKNOWN, printable(host), _ADDRESS)
    addresses = list(dict.fromkeys(str(entry[4][0]) for entry in found))
    for address in addresses if not private else ():
        if not is_public(address):
            refuse("private-host", _PRIVATE.format(address=address), printable(host), _ALLOW)
    return addresses


def is_public(address: str) -> bool:
    """Say whether an IP address lies in the open internet, the address that it may wrap included.

    >>> is_public("192.168.0.1"), is_public("::ffff:127.0.0.1"), is_public("169.254.169.254"), is_public("9.9.9.9")
    (False, False, False, True)
    """
    ip = ipaddress.ip_address(address.split("%", maxsplit=1)[0])
    return all(each.is_global and not each.is_multicast for each in (ip, *_wrapped(ip)))


def _wrapped(ip: _Ip) -> list[_Ip]:
    if isinstance(ip, ipaddress.IPv4Address):
        return []
    if ip in _NAT64:
        return [ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)]
    if ip.ipv4_mapped:
        return [ip.ipv4_mapped]
    return [inner for inner in (ip.sixtofour, *(ip.teredo or ())) if inner]


_NO_ADDRESS = Text("ist keine Adresse im Netz", "is no address on the web")
_ADDRESS = Text(
    "Die Adresse prüfen, wie https://ratsinfo.example.org/oparl/system.",
    "Check the address, such as https://ratsinfo.example.org/oparl/system.",
)
_PASSWORD = Text("Die Adresse enthält Name oder Kennwort", "the address holds a name or password")
_UNKNOWN = Text("ist als Rechnername nicht bekannt", "is no known host name")
_PRIVATE = Text(
    "führt ins eigene Netz ({address}) und wird nicht abgefragt", "leads into the own network ({address}): not asked"
)
_ALLOW = Text(
    "Soll ein Rechner im eigenen Netz abgefragt werden, FAHRSTUHL_ALLOW_PRIVATE_HOSTS=1 setzen.",
    "If a host in the own network is to be asked, set FAHRSTUHL_ALLOW_PRIVATE_HOSTS=1.",
)
