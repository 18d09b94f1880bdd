"""The command `dateline`. A command is imported when it is run; what it needs, when it is used."""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING

import click

from dateline import __version__
from dateline.cli.output import say
from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Sequence

# In the order of the thread: read, keep, find, compare, give out, look after. Each is `command` in the module of its name.
COMMANDS = (
    *("read", "add", "bulk", "list", "show", "search", "searches", "batch", "facets", "attention"),
    *("statements", "outcome"),
    *("versions", "diff", "copies", "correct", "corrections", "notes", "export", "cite"),
    *("failures", "retry", "reread", "check", "backup", "restore", "transfer", "forget", "serve", "schema"),
)
_MODULES = {"list": "list_"}  # a module called `list` would hide the builtin in this package

_INTERRUPTED = 128 + 2  # what a shell reports for a program that ends by SIGINT


class LazyGroup(click.Group):
    """A group whose commands are modules, imported one by one."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - the base class's signature
        """The commands in their order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - the base class's signature
        """The command of that name, from the module of that name."""
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"dateline.cli.{_MODULES.get(cmd_name, cmd_name)}").command
        return command if isinstance(command, click.Command) else None


def _print_version(ctx: click.Context, _: click.Parameter, wanted: bool) -> None:
    if wanted and not ctx.resilient_parsing:
        click.echo(f"dateline {__version__}")
        ctx.exit()


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_print_version, help="Show the version.")
def cli() -> None:
    """Read news pages into records that can be checked, keep them in an archive, and find them again.

    Data goes to standard output, talk to standard error. An ID is a record's uri, or the beginning of its hash.
    """


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 all well, 1 something failed, 2 wrong usage."""
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and give its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal without Unicode shows escapes
    try:
        code = cli.main(arguments, prog_name="dateline", standalone_mode=False)
        sys.stdout.flush()
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except DatelineError as error:
        say(f"dateline: {error}")
        return 1
    except (KeyboardInterrupt, click.Abort):
        say("dateline: interrupted")
        return _INTERRUPTED
    except BrokenPipeError:
        # The reader has all it wants. Python would complain on its last flush, which nobody hears. (While a command runs, click
        # and rich do the same.)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code if isinstance(code, int) else 0
