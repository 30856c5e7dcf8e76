"""The settings work without any, and a wrong one says its own name in one line."""

from pathlib import Path

import pytest

from server.config import BadSetting, Config


def test_it_works_with_no_settings(tmp_path: Path) -> None:
    config = Config.from_env({})
    assert config.port == 8321
    assert config.data_dir.name == "data"
    assert config.is_sqlite
    assert config.database_url.endswith("/data/batkham.sqlite3")
    assert (config.language, config.run_with, config.transport) == ("th", "eventlet", "fast")


def test_each_setting_is_read_from_its_variable(tmp_path: Path) -> None:
    config = Config.from_env(
        {
            "BATKHAM_HOST": "localhost",
            "PORT": "9000",
            "BATKHAM_DATA_DIR": str(tmp_path),
            "BATKHAM_SECRET_KEY": "s" * 32,
            "BATKHAM_CREATE_PASSWORD": "ห้องประชุม",
            "PUBLIC_URL": "https://cards.example.org/batkham/",
            "BATKHAM_TRUSTED_PROXIES": "1",
            "BATKHAM_WIFI_NAME": "โรงแรม",
            "BATKHAM_WIFI_PASSWORD": "12345678",
            "BATKHAM_LANGUAGE": "EN",
            "BATKHAM_RETENTION_DAYS": "30",
            "BATKHAM_ASYNC": "threading",
            "BATKHAM_TRANSPORT": "stock",
            "BATKHAM_ROOM_MS": "0",
            "BATKHAM_PHONE_MS": "50",
        }
    )
    assert (config.host, config.port, config.data_dir) == ("127.0.0.1", 9000, tmp_path)
    assert (config.public_url, config.path_prefix) == ("https://cards.example.org/batkham", "/batkham")
    assert (config.wifi_name, config.wifi_password) == ("โรงแรม", "12345678")
    assert (config.language, config.retention_days) == ("en", 30)
    assert (config.run_with, config.transport, config.trusted_proxies) == ("threading", "stock", 1)
    assert (config.room_ms, config.phone_ms) == (0, 50)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg2"])
def test_any_postgresql_address_uses_the_driver_that_waits_politely(scheme: str) -> None:
    url = Config.from_env({"DATABASE_URL": f"{scheme}://u:p@db/x"}).database_url
    assert url == "postgresql+psycopg2://u:p@db/x"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("PORT", "๘๐"),
        ("PORT", "-1"),
        ("BATKHAM_HOST", "my host"),
        ("BATKHAM_LANGUAGE", "fr"),
        ("BATKHAM_ASYNC", "gevent"),
        ("BATKHAM_TRANSPORT", "slow"),
        ("BATKHAM_RETENTION_DAYS", "0"),
        ("BATKHAM_PHONE_MS", "-1"),
        ("BATKHAM_SECRET_KEY", "short"),
        ("BATKHAM_CREATE_PASSWORD", "1234"),
        ("PUBLIC_URL", "cards.example.org"),
        ("PUBLIC_URL", "javascript://x"),
        ("PUBLIC_URL", "https://user:pass@cards.example.org"),
        ("BATKHAM_PATH_PREFIX", "batkham"),
        ("BATKHAM_PATH_PREFIX", "/a//b"),
        ("BATKHAM_TRUSTED_PROXIES", "yes"),
        ("DATABASE_URL", "mysql://root:hunter2@db/x"),
    ],
)
def test_a_wrong_setting_says_its_name_in_one_line(name: str, value: str) -> None:
    with pytest.raises(BadSetting) as wrong:
        Config.from_env({name: value})
    line = str(wrong.value)
    assert line.startswith(f"{name}: ")
    assert "\n" not in line
    assert "hunter2" not in line
    assert wrong.value.exit_code == 2


def test_printing_the_settings_shows_no_secret() -> None:
    secrets = {
        "BATKHAM_SECRET_KEY": "k" * 40,
        "BATKHAM_CREATE_PASSWORD": "p" * 12,
        "BATKHAM_WIFI_PASSWORD": "w" * 12,
    }
    shown = repr(Config.from_env({**secrets, "DATABASE_URL": "postgres://u:dddddddd@db/x"}))
    assert not any(secret in shown for secret in [*secrets.values(), "dddddddd"])
