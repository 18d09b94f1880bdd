"""`dateline serve`: the reading room."""

from __future__ import annotations

from pathlib import Path

import click

from dateline.cli.options import archive_option, opened
from dateline.cli.output import say


@click.command("serve")
@archive_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 for any free one.")
@click.option(
    "--profiles",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    metavar="DIR",
    help="A folder of outlet profiles (*.toml), beside your own in the XDG configuration directory.",
)
def command(archive: str, host: str, port: int, profiles: Path | None) -> None:
    """Show the archive in a browser, and serve it to programs.

    The room is for this machine only, unless another --host is given.
    """
    import uvicorn

    from dateline.room import Settings, create_app

    opened(archive).close()  # one that cannot be opened is told now, not to the first reader
    say(f"reading room: http://{host}:{port}/")
    uvicorn.run(create_app(archive, Settings(profiles=profiles)), host=host, port=port, log_level="warning")
