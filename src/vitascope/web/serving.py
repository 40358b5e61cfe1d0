"""The application on a socket, until it is stopped."""

from __future__ import annotations

import socket

import uvicorn

from vitascope.web.app import application
from vitascope.web.site import Site


def run(site: Site, listener: socket.socket) -> None:
    """Serve until interrupted. The socket is bound by the caller, who knows its address."""
    config = uvicorn.Config(
        application(site), log_level="warning", server_header=False, timeout_graceful_shutdown=3, lifespan="off"
    )
    uvicorn.Server(config).run(sockets=[listener])
