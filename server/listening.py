"""The port we listen on and the open files we may have; settled before anybody is served."""

from __future__ import annotations

import contextlib
import errno
import socket
import sys

from server.config import CannotStart

FILES_FOR_A_ROOM = 4096
BACKLOG = 4096
ADDRESS_IN_USE = (errno.EADDRINUSE, 10048, 10013)  # the last two are what Windows says


class PortTaken(CannotStart):
    pass


def raise_file_limit() -> str | None:
    """Asks for as many open files as the system grants; a warning when a whole room does not fit."""
    if sys.platform == "win32":
        return None
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 65536 if hard == resource.RLIM_INFINITY else hard
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, wanted), hard))
    soft = resource.getrlimit(resource.RLIMIT_NOFILE)[0]
    if soft == resource.RLIM_INFINITY or soft >= FILES_FOR_A_ROOM:
        return None
    return f"only {soft} open files are allowed, so about {soft // 2} phones fit; see ulimit -n"


def listen(host: str, port: int) -> socket.socket:
    """Listens at once, so that a taken port is known before anything else happens."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    # Not SO_REUSEPORT: two servers would share the phones among them without a word. On Windows SO_REUSEADDR
    # would do the same.
    if sys.platform == "win32":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
    else:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(BACKLOG)
    except OSError as why:
        listener.close()
        raise _why_not(host, port, why) from None
    return listener


def _why_not(host: str, port: int, why: OSError) -> CannotStart:
    if why.errno in ADDRESS_IN_USE:
        return PortTaken(f"port {port} is taken by another program; choose another one with PORT")
    if why.errno == errno.EACCES:
        return CannotStart(f"PORT: port {port} needs administrator rights; choose one above 1023")
    return CannotStart(f"BATKHAM_HOST: cannot listen on {host}: {why.strerror}")
