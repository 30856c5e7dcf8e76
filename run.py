"""Starts Batkham: `python run.py` serves; `--help` lists the other tasks, such as `link <workshop>`."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

from server import runtime
from server.config import CannotStart, Config

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

STATIC = Path(__file__).resolve().parent / "server" / "static"

# Each task is module:function, called with the settings and its own arguments; it returns the exit code.
TASKS = {
    "link": ("server.link_task:make_link", "make a new facilitator link for a workshop whose link was lost"),
    "restore": (
        "server.restore_task:restore",
        "make a workshop again from a backup or a safe copy",
    ),
    "backup": ("server.backup_task:back_up", "copy the whole database, also while the server runs"),
    "rehearse": (
        "server.rehearsal:rehearse",
        "make a throw-away workshop in which 40 simulated people take part",
    ),
}


class Made(Protocol):
    """What create_app() makes."""

    app: WSGIApplication
    socketio: runtime.HoldsServer

    def drain(self) -> None: ...
    def close(self) -> None: ...


def main() -> int:
    # A console that cannot draw a letter must not keep the server from starting.
    for stream in (sys.stdout, sys.stderr):
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    asked = _asked()
    try:
        config = Config.from_env(os.environ)
        if asked.task != "serve":
            return do_task(asked.task, config, asked.arguments)
        runtime.patch(config.run_with)
        import_module("server.logs").set_up()
        serve(config)
    except CannotStart as why:
        print(f"เริ่มไม่ได้ Cannot start: {why}", file=sys.stderr)
        return why.exit_code


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="run.py", description="Batkham: live word cards for workshops")
    tasks = parser.add_subparsers(dest="task", metavar="task")
    tasks.add_parser("serve", help="serve until Ctrl-C (the default)")
    for name, (_, what) in TASKS.items():
        # Its arguments, --help too, are the task's own business.
        tasks.add_parser(name, help=what, add_help=False)
    parser.set_defaults(task="serve")
    asked, arguments = parser.parse_known_args()
    if arguments and asked.task == "serve":
        parser.error(f"unknown: {' '.join(arguments)}")
    return argparse.Namespace(task=asked.task, arguments=arguments)


def do_task(name: str, config: Config, arguments: list[str]) -> int:
    module, function = TASKS[name][0].split(":")
    return int(getattr(import_module(module), function)(config, arguments))


def serve(config: Config) -> NoReturn:
    from server import house

    occupied = house.occupy(config)
    listener = runtime.listen(config.host, config.port)
    config = replace(occupied.config, port=listener.getsockname()[1])
    for warning in (*occupied.warnings, runtime.raise_file_limit(), check_screens(STATIC)):
        if warning:
            print(f"โปรดระวัง Warning: {warning}", file=sys.stderr)
    made = _create(config)
    print("\n".join(greeting(config)), flush=True)
    code = runtime.serve(made.app, made.socketio.server, listener, on_drain=made.drain)
    made.close()
    occupied.close()
    runtime.leave(code)


def check_screens(static: Path) -> str | None:
    """Refuse to start without screens; a warning when they are older than their sources."""
    if not any(static.glob("*.html")):
        raise CannotStart("the screens are not built yet; run: pip install -e .")
    from server.built_client import client_is_built

    return None if client_is_built(static) else "the screens are older than their sources; run: pip install -e ."


def _create(config: Config) -> Made:
    # Asked for only now, after patch().
    made: Made = import_module("server").create_app(config)
    return made


def greeting(config: Config) -> Iterator[str]:
    """The two links, the code for phones, and the password for creating a workshop from elsewhere."""
    from server.addresses import local_url, public_address
    from server.qr import terminal_qr

    for_phones = public_address(config) + "/"
    yield ""
    yield f"วิทยากร Facilitator (บนเครื่องนี้ on this machine):  {local_url(config)}/"
    yield f"    จากเครื่องอื่น from elsewhere:  {for_phones}"
    yield f"    รหัสสำหรับจัดเวทีใหม่ create password:  {config.create_password}"
    yield f"ผู้เข้าร่วม Participants:  {for_phones}"
    yield terminal_qr(for_phones)
    if for_phones == local_url(config) + "/":
        yield "ยังไม่พบเครือข่าย โทรศัพท์ยังเข้าไม่ได้ No network found: phones cannot reach this machine yet."
    yield "หยุดด้วย Ctrl-C to stop"


if __name__ == "__main__":
    sys.exit(main())
