"""The application on a socket, until it is stopped."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress

import uvicorn

from vitascope.errors import VitascopeError
from vitascope.web.app import application
from vitascope.web.search import remember_everything
from vitascope.web.site import Site


def run(site: Site, listener: socket.socket) -> None:
    """Serve until interrupted. The socket is bound by the caller, who knows its address."""
    threading.Thread(target=_prepare, args=(site,), daemon=True, name="preparing").start()
    config = uvicorn.Config(
        application(site), log_level="warning", server_header=False, timeout_graceful_shutdown=3, lifespan="off"
    )
    uvicorn.Server(config).run(sockets=[listener])


def _prepare(site: Site) -> None:
    """What goes wrong is told to whoever asks."""
    with suppress(VitascopeError):
        remember_everything(site)
