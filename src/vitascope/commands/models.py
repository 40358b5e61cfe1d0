"""``vitascope models``: the language models that reading rests on."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from vitascope.commands.messages import tell

models = typer.Typer(help="List, install and verify language models.", no_args_is_help=True, rich_markup_mode=None)
NameArgument = Annotated[str, typer.Argument(metavar="NAME", help="A name that models list shows.")]


@models.command("list")
def list_() -> None:
    """List the models that Vitascope can read with, and whether they are here.

    \b
    Example:
      vitascope models list
    """
    from vitascope.language.models import available

    for model in available():
        state = "not installed"
        if model.installed:
            state = "installed" if model.verified else "installed, NOT the pinned release"
        default = " (default)" if model.default else ""
        sys.stdout.write(
            f"{model.name}{default}: {state}\n"
            f"    {model.package} {model.version}, {model.size} MB, {model.licence}\n"
            f"    {model.note}\n"
        )


@models.command("install")
def install(name: NameArgument) -> None:
    """Install the pinned release of a model with pip. This is the only command that uses the network.

    \b
    Example:
      vitascope models install md
    """
    from vitascope.language.models import install as install_model

    install_model(name)
    sys.stdout.write(f"{name} is installed and verified\n")


@models.command("verify")
def verify(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="A name that models list shows; all installed without it.")
    ] = None,
) -> None:
    """Compare every file of an installed model with the pinned release.

    \b
    Example:
      vitascope models verify md
    """
    from vitascope.language.models import available
    from vitascope.language.models import verify as verify_model

    names = [name] if name else [model.name for model in available() if model.installed]
    if not names:
        tell("error: no model is installed\n  → run vitascope models list")
        raise typer.Exit(1)
    results = [verify_model(each) for each in names]
    for result in results:
        told = "as pinned" if result.ok else "NOT as pinned"
        sys.stdout.write(f"{result.name} {result.version}: {told}, {result.checked} files checked\n")
        sys.stdout.writelines(f"    altered: {path}\n" for path in result.altered)
        sys.stdout.writelines(f"    missing: {path}\n" for path in result.missing)
    if not all(result.ok for result in results):
        raise typer.Exit(1)
