"""`dateline cite`: how to cite an article."""

from __future__ import annotations

import click

from dateline.cli.options import archive_option, opened


@click.command("cite")
@click.argument("id_", metavar="ID")
@archive_option
@click.option(
    "--style", type=click.Choice(("bibtex", "ris", "csl-json")), default="bibtex", show_default=True, help="How to write it."
)
def command(id_: str, archive: str, style: str) -> None:
    """Print a citation of an article.

    ID is its uri, or the beginning of its hash as `list` shows it. The outlet is named as its profile names it. A date is as
    precise as the page gives it, or n.d.; without a headline the first words stand in brackets.
    """
    from dateline.exchange import STYLES
    from dateline.sources import read_profiles

    with opened(archive) as store:
        article = store.get(id_)
    outlet = next((profile.name for profile in read_profiles() if profile.id == article.outlet), None)
    click.echo(STYLES[style](article, outlet=outlet).encode(), nl=False)
