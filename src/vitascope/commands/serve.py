"""``vitascope serve``: the page over a project."""

from __future__ import annotations

import getpass
import ipaddress
import socket
from pathlib import Path
from typing import Annotated

import typer

from vitascope.commands.messages import tell
from vitascope.commands.options import DEFAULT_PROJECT
from vitascope.errors import VitascopeError
from vitascope.store import Project

PORT = 8470


def serve(
    project: Annotated[Path, typer.Argument(metavar="[PROJECT]", help="The project to show.")] = DEFAULT_PROJECT,
    edit: Annotated[bool, typer.Option("--edit", help="Allow judgements; without it nothing is changed.")] = False,
    by: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Who judges; your login name where it is left out.")
    ] = None,
    host: Annotated[
        str, typer.Option("--host", metavar="ADDRESS", help="Where to listen; other machines reach only what you name.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 takes any that is free.")] = PORT,
    show: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
) -> None:
    """Show a project as a page in the browser.

    Lives with every claim underlined, timelines, search, network, map. It listens on this machine alone, needs no
    network, and changes nothing unless --edit is given. Stop it with Ctrl-C.

    \b
    Examples:
      vitascope serve lives.vita
      vitascope serve lives.vita --edit --by "N. Berg"
    """
    from vitascope.web.serving import run
    from vitascope.web.site import Site

    with Project.open(project, create=False):
        pass  # tells now, not in the browser, that the file is missing or damaged
    author = (by or getpass.getuser()).strip() if edit else ""
    listener = _listener(host, port)
    shown = f"[{host}]" if ":" in host else host
    address = f"http://{shown}:{listener.getsockname()[1]}/"
    if not _is_loopback(host):
        tell(f"warning: {host} is reached by other machines; whoever reaches it may read the whole project")

    def ready() -> None:
        tell(f"{project} at {address} (Ctrl-C stops it)")
        if show:
            typer.launch(address)

    run(Site(project, edit, author, hosts=("127.0.0.1", "localhost", "[::1]", shown)), listener, ready)


def _listener(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # The protocol is named because asyncio sends at once (TCP_NODELAY) only where it is; else each answer waits 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError as refusal:
        listener.close()
        advice = "choose another with --port, or 0 for any that is free"
        raise VitascopeError(
            f"{host}:{port}", f"cannot be listened on ({refusal.strerror or refusal})", advice
        ) from refusal
    return listener


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
