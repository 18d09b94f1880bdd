"""An article as its page shows it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from dateline import Span
from dateline.room.display.evidence import FieldView, LineNumbers, evidence_marks, field_views
from dateline.room.display.lines import Captured, Part, captured, part_of
from dateline.room.display.marks import Mark, Piece, pieces
from dateline.room.display.told import Told, direction, safe_link, size, told

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from dateline import Article, Comment, Line
    from dateline.archive import Annotation

# A part of a long text on one page: a long magazine piece is 60,000 characters.
PARAGRAPHS = 800
CHARACTERS = 150_000
COMMENTS = 200
LINKS = 1_000


class ParagraphView(NamedTuple):
    """A paragraph of the body. `start` is its place in the page's text, by which selected passages are placed."""

    kind: str
    start: int
    end: int
    pieces: list[Piece]


class Group(NamedTuple):
    """Paragraphs that belong together: the items of a list, the rows of a table, or a single one."""

    kind: str
    paragraphs: list[ParagraphView]


class CommentView(NamedTuple):
    """A reader's comment or a dated post."""

    author: str | None
    published: Told | None
    text: str


class ImageView(NamedTuple):
    """An image as the page describes it; nothing is fetched."""

    caption: str | None
    alt: str | None
    credit: str | None
    url: str | None


class ArticlePage(NamedTuple):
    """What the page of an article shows of the record itself."""

    article: Article
    outlet: str | None
    published: Told | None
    modified: Told | None
    size: str
    lang: str | None
    dir: str
    body: list[Group]
    part: Part
    images: list[ImageView]
    comments: list[CommentView]
    posts: list[CommentView]
    fields: list[FieldView]
    captured: Captured
    url: str | None
    notes: list[str]

    @property
    def title(self) -> str:
        """The headline, else the first words."""
        return self.article.headline or opening(self.article) or "An item without text"


def article_page(
    article: Article,
    *,
    outlet: str | None = None,
    marks: Iterable[Mark] = (),
    lines: Sequence[Line] | None = None,
    part: int = 0,
    line: int = 0,
) -> ArticlePage:
    """The page of an article. `outlet` is the publisher's name; `marks` are added to those of the evidence.

    `part` is the first paragraph, `line` the first line of the page that is shown, for what is too long for one page.
    """
    evidence = evidence_marks(article)
    extra = list(marks)
    all_marks = sorted([*evidence, *extra], key=lambda mark: (mark.start, -mark.end))
    links = [Mark("link", url, link.span.start, link.span.end) for link in article.links[:LINKS] if (url := safe_link(link.url))]
    body_marks = sorted([*all_marks, *links], key=lambda mark: (mark.start, -mark.end))
    body = part_of([len(each.text) for each in article.body], part, items=PARAGRAPHS, characters=CHARACTERS)
    return ArticlePage(
        article=article,
        outlet=outlet or article.outlet,
        published=told(article.published) if article.published else None,
        modified=told(article.modified) if article.modified else None,
        size=size(article),
        lang=article.language,
        dir=direction(article.language),
        body=_groups(article, body, body_marks),
        part=body,
        images=[ImageView(each.caption, each.alt, each.credit, safe_link(each.url)) for each in article.images],
        comments=[_comment(each) for each in article.comments[:COMMENTS]],
        posts=[_comment(each) for each in article.posts[:COMMENTS]],
        fields=field_views(article, LineNumbers(article.text)),
        captured=captured(article, all_marks, lines=lines, first=line),
        url=safe_link(article.url or article.canonical_url),
        notes=[note.detail for note in article.notes],
    )


def note_marks(placed: Iterable[tuple[Annotation, Span | None]]) -> list[Mark]:
    """Readers' notes on passages as marks."""
    return [Mark("note", str(note.id), span.start, span.end) for note, span in placed if span is not None]


def opening(article: Article) -> str:
    """The first words of the body."""
    text = " ".join(" ".join(each.text for each in article.body[:2])[:400].split())
    return text if len(text) <= 90 else text[:90].rsplit(" ", 1)[0] + " …"


def _groups(article: Article, part: Part, marks: Sequence[Mark]) -> list[Group]:
    """Neighbouring list items and table rows together, all else one by one."""
    views = [_paragraph(article, number, marks) for number in range(part.first, part.end)]
    joined = {"list item", "table row", "term"}
    groups: list[Group] = []
    for kind, members in groupby(views, key=lambda view: view.kind):
        found = list(members)
        groups += [Group(kind, found)] if kind in joined else [Group(kind, [each]) for each in found]
    return groups


def _paragraph(article: Article, number: int, marks: Sequence[Mark]) -> ParagraphView:
    paragraph = article.body[number]
    end = min(paragraph.span.end, paragraph.span.start + CHARACTERS)
    span = Span(paragraph.span.start, end)
    return ParagraphView(paragraph.kind, span.start, span.end, pieces(article.text, span, marks))


def _comment(comment: Comment) -> CommentView:
    text = comment.text if len(comment.text) <= CHARACTERS else comment.text[:CHARACTERS] + " …"
    return CommentView(comment.author, told(comment.published) if comment.published else None, text)
