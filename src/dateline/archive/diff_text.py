"""A difference for people: as plain text and as HTML. JSON is `to_json` of the record."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.archive.diffing import Diff, ParagraphChange, Run

_MARGIN = {"same": " ", "changed": "~", "added": "+", "removed": "-"}
_BRACKETS = {"same": ("", ""), "added": ("{+", "+}"), "removed": ("[-", "-]")}
_ELEMENTS = {"same": ("", ""), "added": ("<ins>", "</ins>"), "removed": ("<del>", "</del>")}


def diff_text(diff: Diff) -> str:
    """Lines with a mark in front: `+` added, `-` removed, `~` changed, where `{+…+}` and `[-…-]` show the words."""
    lines = [f"--- {diff.old}", f"+++ {diff.new}"]
    for change in diff.fields:
        lines += [f"- {change.field}: {change.old}"] if change.old is not None else []
        lines += [f"+ {change.field}: {change.new}"] if change.new is not None else []
    lines += [f"{_MARGIN[paragraph.state]} {_line(paragraph)}" for paragraph in diff.paragraphs]
    return "\n".join(lines) + "\n"


def _line(paragraph: ParagraphChange) -> str:
    if paragraph.state != "changed":
        return " ".join(paragraph.runs[0].text.splitlines()) if paragraph.runs else ""
    return " ".join("".join(_marked(run) for run in paragraph.runs).splitlines())


def _marked(run: Run) -> str:
    before, after = _BRACKETS[run.state]
    return f"{before}{run.text}{after}"


def diff_html(diff: Diff) -> str:
    """A fragment of HTML: a table of fields and the paragraphs, with `<ins>` and `<del>`. Everything else is escaped."""
    rows = "".join(
        f"<tr><th>{escape(change.field)}</th><td>{_cell('del', change.old)}</td><td>{_cell('ins', change.new)}</td></tr>"
        for change in diff.fields
    )
    table = f"<table><tbody>{rows}</tbody></table>" if rows else ""
    body = "".join(
        f'<p class="{paragraph.state}">' + "".join(_tagged(run) for run in paragraph.runs) + "</p>"
        for paragraph in diff.paragraphs
    )
    return f'<div class="diff">{table}{body}</div>'


def _cell(element: str, text: str | None) -> str:
    return "" if text is None else f"<{element}>{escape(text)}</{element}>"


def _tagged(run: Run) -> str:
    before, after = _ELEMENTS[run.state]
    return f"{before}{escape(run.text)}{after}"
