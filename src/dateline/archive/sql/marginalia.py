"""What people write beside an article: corrections of its record, and notes on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dateline.archive.annotations import noted
from dateline.archive.corrections import signed
from dateline.archive.sql.parts import Parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from dateline.archive.annotations import Annotation, Passage, State
    from dateline.archive.corrections import Correction
    from dateline.exchange import Labelled
    from dateline.records import Span


class Marginalia(Parts):
    """Corrections and annotations."""

    def correct(self, id: str, field: str, value: object, *, by: str, note: str | None = None) -> Correction:  # noqa: A002
        """See `Archive.correct`."""
        by, note = signed(by, note)
        with self._database.writing():
            found = self._lookup.find(id)
            before = self._writer.shown(found.article)
            made = self._corrector.add(found, field, value, by=by, note=note, now=self._clock())
            self._writer.refresh(found.article, before)
        return made

    def withdraw(self, correction: int, *, by: str) -> Correction:
        """See `Archive.withdraw`."""
        by, _ = signed(by, None)
        with self._database.writing():
            article = self._corrector.article_of(correction)
            before = self._writer.shown(article)
            withdrawn = self._corrector.withdraw(correction, by=by, now=self._clock())
            self._writer.refresh(article, before)
        return withdrawn

    def corrections(self, id: str | None = None, *, before: int | None = None) -> Iterator[Correction]:  # noqa: A002
        """See `Archive.corrections`."""
        article = None if id is None else self._article(id)
        with self._database.told():
            while page := self._corrector.page(article, before):
                yield from page
                before = page[-1].id

    def labelled(self) -> Iterator[Labelled]:
        """See `Archive.labelled`."""
        with self._database.told():
            yield from self._corrector.labelled()

    def annotate(
        self,
        id: str,  # noqa: A002
        body: str,
        *,
        by: str,
        passage: Span | Passage | str | None = None,
        state: State = "pending",
    ) -> Annotation:
        """See `Archive.annotate`."""
        with self._database.writing():
            found = self._lookup.find(id)
            new = noted(self._lookup.record(found.reading), body, by=by, passage=passage, state=state, at=self._clock())
            return self._annotator.add(found.article, self._lookup.content_of(found.reading), new)

    def moderate(self, annotation: int, state: State) -> Annotation:
        """See `Archive.moderate`."""
        with self._database.writing():
            return self._annotator.moderate(annotation, state, self._clock())

    def annotations(
        self,
        id: str | None = None,  # noqa: A002
        *,
        state: State | None = None,
        before: int | None = None,
    ) -> Iterator[Annotation]:
        """See `Archive.annotations`."""
        article = None if id is None else self._article(id)
        with self._database.told():
            while page := self._annotator.page(article, state, before):
                yield from page
                before = page[-1].id

    def _article(self, id: str) -> int:  # noqa: A002
        with self._database.reading():
            return self._lookup.find(id).article
