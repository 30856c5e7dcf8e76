"""The addresses this machine has right now, and which of them phones should use; asks only the interfaces."""

from __future__ import annotations

import ipaddress
import re
import socket
import time
from dataclasses import dataclass
from urllib.parse import urlsplit

import psutil

from server.config import Config

SECONDS_TO_TRUST = 5.0

# Bridges, tunnels and virtual machines: real addresses, but no phone is on their network.
VIRTUAL = re.compile(
    r"docker|^br-|veth|virbr|vmnet|vmware|vbox|virtualbox|vethernet|hyper-v|wsl|^lxc|^lxd|^cni|flannel|^cali|podman|"
    r"^tun|^tap|utun|^wg|wireguard|tailscale|^zt|zerotier|^ppp|vpn|^awdl|^llw|^anpi|loopback",
    re.IGNORECASE,
)
# A laptop has these only while it is itself the hotspot that the phones join (Windows, Linux, macOS).
OWN_HOTSPOTS = ("192.168.137.1", "10.42.0.1", "192.168.2.1")
CARRIER_NET = ipaddress.ip_network("100.64.0.0/10")
HOME_NET = ipaddress.ip_network("192.168.0.0/16")


@dataclass(frozen=True)
class Address:
    ip: str
    interface: str


_seen: tuple[float, tuple[Address, ...]] | None = None


def own_addresses() -> tuple[Address, ...]:
    """All addresses of the interfaces that are up, at most five seconds old."""
    global _seen
    now = time.monotonic()
    if _seen is None or now - _seen[0] > SECONDS_TO_TRUST:
        _seen = (now, _ask_the_interfaces())
    return _seen[1]


def _ask_the_interfaces() -> tuple[Address, ...]:
    up = {name for name, state in psutil.net_if_stats().items() if state.isup}
    return tuple(
        Address(entry.address.partition("%")[0], name)
        for name, entries in psutil.net_if_addrs().items()
        if name in up
        for entry in entries
        if entry.family in (socket.AF_INET, socket.AF_INET6)
    )


def ranked(addresses: tuple[Address, ...]) -> list[str]:
    """IPv4 addresses phones could use, the likeliest first; no loopback, no self-assigned ones."""
    usable = [address for address in addresses if _is_usable(address.ip)]
    return [address.ip for address in sorted(usable, key=_unlikeliness)]


def _is_usable(ip: str) -> bool:
    parsed = ipaddress.ip_address(ip)
    # A link with an IPv6 address in brackets is not one people can type.
    return parsed.version == 4 and not (parsed.is_loopback or parsed.is_link_local or parsed.is_unspecified)


def _unlikeliness(address: Address) -> tuple[int, str, str]:
    ip = ipaddress.ip_address(address.ip)
    if address.ip in OWN_HOTSPOTS:
        rank = 0
    elif VIRTUAL.search(address.interface):
        rank = 5
    elif ip in HOME_NET:
        rank = 1
    elif ip in CARRIER_NET:
        rank = 4
    else:
        rank = 2 if ip.is_private else 3
    return rank, address.interface, address.ip


def reachable(config: Config, addresses: tuple[Address, ...]) -> list[str]:
    """The ranked addresses on which this server listens."""
    listening = ipaddress.ip_address(config.host)
    if listening.is_unspecified:
        return ranked(addresses)
    return [] if listening.is_loopback else [config.host]


def base_urls(config: Config, addresses: tuple[Address, ...] | None = None) -> list[str]:
    """Every base URL a facilitator may choose, the likeliest first; localhost only when there is no other."""
    hosts = reachable(config, own_addresses() if addresses is None else addresses)
    urls = [_url(config, host) for host in hosts] or [local_url(config)]
    return [config.public_url, *urls] if config.public_url else urls


def public_address(config: Config, chosen: str | None = None, addresses: tuple[Address, ...] | None = None) -> str:
    """The base URL for links and QR codes, without a slash at the end.

    A choice that is no longer ours, because the laptop changed networks, gives way to the likeliest one.
    """
    urls = base_urls(config, addresses)
    return chosen if chosen in urls else urls[0]


def local_url(config: Config) -> str:
    """For the browser on this machine only, where creating a workshop needs no password."""
    return _url(config, "localhost")


def _url(config: Config, host: str) -> str:
    name = f"[{host}]" if ":" in host else host
    port = "" if config.port == 80 else f":{config.port}"
    return f"http://{name}{port}{config.path_prefix}"


def allowed_hosts(config: Config, addresses: tuple[Address, ...] | None = None) -> frozenset[str]:
    """The names we answer to, lower case, without port; any other may be a DNS rebinding trick."""
    own = {address.ip for address in (own_addresses() if addresses is None else addresses)}
    names = {"localhost", "127.0.0.1", "::1", *_machine_names()}
    public = urlsplit(config.public_url).hostname
    return frozenset(own | names | ({public} if public else set()))


def _machine_names() -> set[str]:
    name = socket.gethostname().lower()
    short = name.partition(".")[0]
    return {name, short, f"{short}.local"} - {"", ".local"}
