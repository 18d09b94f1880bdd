"""Write the generated parts of docs/: `python -m docs.generate`, or `--check` to fail when one is stale."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from docs.rest import rest_reference

from dateline.cli import cli
from dateline.records import article_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

DOCS = Path(__file__).parent

_HEAD = """\
# The command line

Written by `make docs` from the help of each command. Data goes to standard output, talk to standard error; the exit code
is 0 when all is well, 1 when something failed, 2 for wrong usage.
"""


def cli_reference() -> str:
    """docs/cli.md: the help of `dateline` and of every command."""
    sections = (f"\n## `{name}`\n\n```text\n{text}\n```\n" for name, text in _helps(cli, "dateline", None))
    return _HEAD + "".join(sections)


def _helps(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    settings = {**command.context_settings, "terminal_width": 100}  # whatever the terminal's is
    with click.Context(command, info_name=name.rpartition(" ")[2], parent=parent, **settings) as context:
        yield name, command.get_help(context).rstrip()
        if isinstance(command, click.Group):
            for child in command.list_commands(context):
                found = command.get_command(context, child)
                if found is not None:
                    yield from _helps(found, f"{name} {child}", context)


def generated() -> dict[Path, str]:
    """Every generated file with the text it should have."""
    return {
        DOCS / "cli.md": cli_reference(),
        DOCS / "rest.md": rest_reference(),
        DOCS / "schema" / "article.json": json.dumps(article_schema(), indent=2, ensure_ascii=False) + "\n",
    }


def main(arguments: list[str]) -> int:
    """Write what is stale, or with `--check` only name it; 1 if a check found any."""
    stale = {path: text for path, text in generated().items() if not path.exists() or path.read_text("utf-8") != text}
    if "--check" in arguments:
        for path in stale:
            sys.stderr.write(f"{path.relative_to(DOCS.parent)} is stale: run `make docs`\n")
        return 1 if stale else 0
    for path, text in stale.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        sys.stdout.write(f"wrote {path.relative_to(DOCS.parent)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
