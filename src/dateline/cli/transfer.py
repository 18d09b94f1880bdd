"""`dateline transfer`: an archive moved to another database."""

from __future__ import annotations

import click

from dateline.cli.output import emit_json, say


@click.command("transfer")
@click.argument("source", metavar="FROM")
@click.argument("target", metavar="TO")
@click.option("--json", "as_json", is_flag=True, help="Print the rows of each table and their digest, as one JSON object.")
def command(source: str, target: str, as_json: bool) -> None:
    """Copy an archive into another place, between SQLite and PostgreSQL in either direction.

    FROM and TO are a folder or postgresql://user@host/database; TO is to be new or empty. All rows are counted and hashed on both
    sides before the copy counts. FROM stays as it is. Passwords are better left to PGPASSFILE or ~/.pgpass than written here.
    """
    from dateline.archive import transfer

    moved = transfer(source, target)
    if as_json:
        emit_json(moved)
    say(
        f"{moved.rows['article']:,} articles, {moved.rows['capture']:,} captures, {sum(moved.rows.values()):,} rows in all; "
        f"the same in both places (digest {moved.digest[:16]})"
    )
