"""What software leaves on a page: a server's diagnostics, templates that nothing filled, names of files."""

from __future__ import annotations

import re

# Of PHP, whose settings print them above the page: "Warning: Undefined variable $x in /srv/www/page.php on line 56".
_DIAGNOSTIC = re.compile(
    r"^\W*(?:strict standards|deprecated|warning|notice|(?:fatal|parse|catchable fatal) error)\s?:\s.{1,400}?\sin \S*[/\\]\S* on line \d+\b",
    re.I | re.S,
)
# "{{article.title}}", "[object Object]", "%%SHARE%%": a line that is nothing else.
_UNFILLED = re.compile(r"(?:\s*(?:\{\{[^{}\n]{0,200}\}\}|\{%[^\n]{0,200}?%\}|<%[^\n]{0,200}?%>|\[object \w+\]|%%\w{2,40}%%)\s*)+")

# The name of a picture's file, where its caption should stand.
_FILE = re.compile(r"[\w][\w .,()@+-]{0,120}\.(?:jpe?g|png|gif|webp|bmp|tiff?)", re.I)


def is_leftover(text: str) -> bool:
    """Whether a line is a server's or a template's, or a file's name, and no one's words."""
    return any((_DIAGNOSTIC.match(text), _UNFILLED.fullmatch(text), _FILE.fullmatch(text)))
