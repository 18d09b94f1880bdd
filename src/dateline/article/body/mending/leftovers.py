"""What software leaves on a page: a server's diagnostics, and templates that nothing filled."""

from __future__ import annotations

import re

# Of PHP, whose settings print them above the page: "Warning: Undefined variable $x in /srv/www/page.php on line 56".
_DIAGNOSTIC = re.compile(
    r"^\W*(?:strict standards|deprecated|warning|notice|(?:fatal|parse|catchable fatal) error)\s?:\s.{1,400}?\bon line \d+\b",
    re.I | re.S,
)
# "{{article.title}}", "[object Object]", "%%SHARE%%": a line that is nothing else.
_UNFILLED = re.compile(r"(?:\s*(?:\{\{[^{}\n]{0,200}\}\}|\{%[^\n]{0,200}?%\}|<%[^\n]{0,200}?%>|\[object \w+\]|%%\w{2,40}%%)\s*)+")


def is_leftover(text: str) -> bool:
    """Whether a line is a server's or a template's, and no one's words."""
    return _DIAGNOSTIC.match(text) is not None or _UNFILLED.fullmatch(text) is not None
