"""What software leaves on a page: a server's diagnostics, templates that nothing filled, names of files."""

from __future__ import annotations

import re

# Code points of such a line.
_LONGEST = 500
# Of PHP, whose settings print them above the page: "Warning: Undefined variable $x in /srv/www/page.php on line 56".
_DIAGNOSTIC = re.compile(
    r"\W{0,3}(?:strict standards|deprecated|warning|notice|(?:fatal|parse|catchable fatal) error)\s?:\s", re.I
)
_WHERE = re.compile(r"\.(?:php\d?|inc|phtml)(?:\(\d+\))?[^\s]{0,40} on line \d+\b", re.I)
# "{{article.title}}", "[object Object]", "%%SHARE%%": a line that is nothing else.
_UNFILLED = re.compile(r"\{\{[^{}\n]{0,200}\}\}|\{%[^%{}\n]{0,200}%\}|<%[^%<>\n]{0,200}%>|\[object \w+\]|%%\w{2,40}%%")
# The name of a picture's file, where its caption should stand.
_FILE = re.compile(r"[\w(][\w.,()@+-]{0,80}(?: [\w.,()@+-]{1,40}){0,3}\.(?:jpe?g|png|gif|webp|bmp|tiff?)", re.I)
# Joiners and marks of direction, which an editor leaves in an empty paragraph.
_UNSEEN = " \n\t\xa0\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"


def is_leftover(text: str) -> bool:
    """Whether a line is a server's or a template's, a file's name, or shows nothing, and is no one's words."""
    if len(text) > _LONGEST:
        return False
    return (
        not text.strip(_UNSEEN)
        or is_diagnostic(text)
        or _FILE.fullmatch(text) is not None
        or (text[:1] in "{<[%" and not _UNFILLED.sub("", text).strip())
    )


def is_diagnostic(text: str) -> bool:
    """Whether a line is a server's complaint of its own program."""
    return len(text) <= _LONGEST and _DIAGNOSTIC.match(text) is not None and _WHERE.search(text) is not None
