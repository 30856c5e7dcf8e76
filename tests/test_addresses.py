"""Links and QR codes carry the address that phones in the room can reach."""

import socket

import pytest

from server import addresses
from server.addresses import Address
from server.config import Config

HOTEL = (
    Address("127.0.0.1", "lo"),
    Address("::1", "lo"),
    Address("172.17.0.1", "docker0"),
    Address("169.254.10.20", "eth1"),
    Address("192.168.56.1", "VirtualBox Host-Only Network"),
    Address("172.28.16.1", "vEthernet (WSL)"),
    Address("fe80::1", "wlan0"),
    Address("10.20.30.40", "wlan0"),
    Address("100.101.102.103", "tailscale0"),
)


def test_the_room_network_comes_before_virtual_ones() -> None:
    offered = addresses.ranked(HOTEL)
    assert offered[0] == "10.20.30.40"
    assert set(offered[1:]) == {"172.17.0.1", "192.168.56.1", "172.28.16.1", "100.101.102.103"}


@pytest.mark.parametrize("ip", ["192.168.137.1", "10.42.0.1", "192.168.2.1"])
def test_the_laptops_own_hotspot_comes_first(ip: str) -> None:
    assert addresses.ranked((*HOTEL, Address(ip, "bridge100")))[0] == ip


def test_loopback_and_self_assigned_addresses_are_never_offered() -> None:
    assert not {"127.0.0.1", "::1", "169.254.10.20", "fe80::1"} & set(addresses.ranked(HOTEL))


def test_links_never_say_localhost_when_there_is_another_address() -> None:
    config = Config(port=8321)
    assert addresses.public_address(config, addresses=HOTEL) == "http://10.20.30.40:8321"
    assert not any("localhost" in url or "127." in url for url in addresses.base_urls(config, HOTEL))


def test_links_say_localhost_only_when_there_is_nothing_else() -> None:
    assert addresses.public_address(Config(), addresses=HOTEL[:2]) == "http://localhost:8321"
    assert addresses.public_address(Config(host="127.0.0.1"), addresses=HOTEL) == "http://localhost:8321"


def test_a_server_that_listens_on_one_address_offers_only_that() -> None:
    assert addresses.base_urls(Config(host="172.17.0.1", port=80), HOTEL) == ["http://172.17.0.1"]


def test_the_facilitators_choice_wins_while_it_is_ours() -> None:
    config = Config()
    chosen = "http://172.17.0.1:8321"
    assert addresses.public_address(config, chosen, HOTEL) == chosen
    assert addresses.public_address(config, "http://192.168.9.9:8321", HOTEL) == "http://10.20.30.40:8321"


def test_a_public_url_is_offered_first_with_its_prefix() -> None:
    config = Config.from_env({"PUBLIC_URL": "https://cards.example.org/batkham"})
    assert addresses.base_urls(config, HOTEL)[:2] == [
        "https://cards.example.org/batkham",
        "http://10.20.30.40:8321/batkham",
    ]


def test_we_answer_to_our_own_names_only() -> None:
    names = addresses.allowed_hosts(Config(public_url="https://Cards.example.org:444/x"), HOTEL)
    machine = socket.gethostname().lower().partition(".")[0]
    assert {"localhost", "127.0.0.1", "::1", "10.20.30.40", "cards.example.org", f"{machine}.local"} <= names
    assert "10.20.30.41" not in names
    assert "evil.example" not in names


def test_this_machine_has_at_least_its_own_loopback() -> None:
    assert "127.0.0.1" in {address.ip for address in addresses.own_addresses()}


def test_a_changed_address_is_noticed_without_a_restart(monkeypatch: pytest.MonkeyPatch) -> None:
    before = addresses.own_addresses()
    stale = (addresses.time.monotonic() - addresses.SECONDS_TO_TRUST - 1, (Address("192.168.1.1", "wlan0"),))
    monkeypatch.setattr(addresses, "_seen", stale)
    assert addresses.own_addresses() == before
