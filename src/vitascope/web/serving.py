"""The application on a socket, until it is stopped."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable

import uvicorn

from vitascope.web.app import application
from vitascope.web.site import Site
from vitascope.web.warming import remember, warm


def run(site: Site, listener: socket.socket, ready: Callable[[], None]) -> None:
    """Serve until interrupted. The socket is bound by the caller, who is told when the page is ``ready``."""
    app = application(site)
    warm(app, site)
    threading.Thread(target=remember, args=(site,), daemon=True, name="remembering").start()
    config = uvicorn.Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=3, lifespan="off")
    listener.listen(config.backlog)  # whoever is told may ask at once
    ready()
    uvicorn.Server(config).run(sockets=[listener])
