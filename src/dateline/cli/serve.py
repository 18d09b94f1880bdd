"""`dateline serve`: the reading room."""

from __future__ import annotations

import socket
from ipaddress import ip_address
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from dateline.cli.options import archive_option
from dateline.cli.output import say

if TYPE_CHECKING:
    from dateline.room import Settings

# What a password must have at least: it is tried over the network.
_SHORTEST_PASSWORD = 8
# Seconds that answers under way have when the room is closed.
_CLOSING_SECONDS = 5


@click.command("serve")
@archive_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 for any free one.")
@click.option(
    "--password-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Who comes in by browser gives the password in FILE (or DATELINE_PASSWORD).",
)
@click.option(
    "--token-file",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Programs send the token in FILE (or DATELINE_TOKEN).",
)
@click.option("--public-read", is_flag=True, help="Let everybody read; changes still want the password or token.")
@click.option(
    "--allowed-host",
    "hosts",
    multiple=True,
    metavar="NAME",
    help="A name that the room goes by, besides the address it listens on; may be repeated.",
)
@click.option("--https", is_flag=True, help="Browsers reach the room by HTTPS, through a proxy.")
@click.option("--fetch/--no-fetch", default=True, help="Whether pages are fetched from the web when their address is given.")
@click.option("--annotations/--no-annotations", default=True, help="Whether readers may comment.")
@click.option("--title", default="Dateline", show_default=True, help="What the room is called.")
@click.option(
    "--profiles",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A folder of outlet profiles (*.toml), beside your own.",
)
@click.option(
    "--writes-per-minute",
    type=click.IntRange(1),
    default=60,
    show_default=True,
    help="Requests that change or read something, from one address.",
)
def command(archive: str, host: str, port: int, **given: Any) -> None:
    """Show the archive in a browser, and serve it to programs (see docs/rest.md).

    The archive is made if it is missing. The room is for this machine only: any other --host wants a password or a token, unless
    --public-read says that everybody may read.
    """
    import uvicorn

    from dateline import open_archive
    from dateline.room import create_app

    settings = _settings(host, **given)
    open_archive(archive, create=True).close()  # one that cannot be opened is told now, not to the first reader
    app = create_app(archive, settings)
    config = uvicorn.Config(
        app, log_level="warning", server_header=False, lifespan="on", timeout_graceful_shutdown=_CLOSING_SECONDS
    )
    with _listening(host, port) as listening:
        name = f"[{host}]" if ":" in host else host
        say(f"reading room: http://{name}:{listening.getsockname()[1]}/  (to close it, press Ctrl-C)")
        uvicorn.Server(config).run(sockets=[listening])


def _settings(
    host: str, *, password_file: Path | None, token_file: Path | None, public_read: bool, hosts: tuple[str, ...], **given: Any
) -> Settings:
    """The settings that the command line asks for; a usage error for what would let strangers in."""
    from dateline.room import LOOPBACK, Settings, hash_password

    password, token = _secret(password_file, "DATELINE_PASSWORD"), _secret(token_file, "DATELINE_TOKEN")
    if password is not None and len(password) < _SHORTEST_PASSWORD:
        raise click.UsageError(f"the password is shorter than {_SHORTEST_PASSWORD} characters")
    if token is not None and len(token) < _SHORTEST_PASSWORD:
        raise click.UsageError(f"the token is shorter than {_SHORTEST_PASSWORD} characters")
    if not _is_loopback(host) and password is None and token is None and not public_read:
        raise click.UsageError(
            f"--host {host} lets others in: give --password-file or --token-file, or --public-read to let everybody read"
        )
    if password is not None and not password.startswith("$argon2"):
        password = hash_password(password)
    return Settings(
        token=token,
        password_hash=password,
        public_read=public_read,
        hosts=(*LOOPBACK, host, *hosts) if hosts or _is_loopback(host) else ("*",),
        **given,
    )


def _secret(file: Path | None, variable: str) -> str | None:
    """A secret from a file or the environment; on the command line, everybody on the machine could see it."""
    import os

    try:
        text = os.environ.get(variable) if file is None else file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.FileError(str(file), getattr(error, "strerror", None) or "it is not UTF-8 text") from error
    return (text or "").strip() or None


def _is_loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens there."""
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET, backlog=2048)
    except (OSError, UnicodeError) as error:
        raise click.ClickException(f"cannot listen on {host} port {port}: {getattr(error, 'strerror', None) or error}") from error
