"""`dateline schema`: what the JSON of a record looks like."""

from __future__ import annotations

import click


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a record, as `read --json` and `show --json` print it."""
    import json

    from dateline import article_schema

    click.echo(json.dumps(article_schema(), indent=2, ensure_ascii=False))
