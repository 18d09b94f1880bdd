"""What the words and marks around a date say that it is: of publication, of change, or of something else."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from ..labels import labelled
from ..outlet import LabelKind, host_of

if TYPE_CHECKING:
    from ..clues import Clues

DateRole = Literal["published", "modified"]

UPDATED = re.compile(
    r"updat|modif|aktualis|actuali[sz]|geändert|bearbeitet|\bstand\s?:|mise? à jour|\bmaj\b|atualiz|aggiorn|bijgewerkt"
    r"|gewijzigd|opdater"
    r"|oppdater|uppdater|päivitetty|güncelle|обновл|изменен|оновлен|به\s?‌?روز|ویرایش|تحديث|更新|修改|수정|업데이트|diperbarui|cập nhật"
    r"|zaktualiz|aktualiz|frissít|módosít|revised|edited|amended|ενημ|ažurir|ажурир|обновен|עודכן|עדכון|আপডেট|अपडेट|اپ ڈیٹ|aktual\.",
    re.IGNORECASE,
)
_PUBLISHED = re.compile(
    r"publi|posted|veröffentlicht|erschienen|erstellt|created|first|opublik|опубл|نشر|منتشر|انتشار|发布|發布|公開|입력|pubbl|gepubl"
    r"|udgivet|yayın",
    re.IGNORECASE,
)
# Languages that put the verb last say behind a date what it is.
BEHIND = re.compile(
    r"\s?[(（]?\s?(?:(?P<modified>更新|修改|수정|업데이트)|(?P<published>公開|配信|掲載|発行|송고))(?!\s?[:：]|時|时|日)"
)
# "2024/5/24 08:15（5/24 10:20 更新）": what is in brackets behind a date was the update.
_UPDATED_BEHIND = re.compile(r"\s?[(（](?=[^)）\n]*\d)[^)）\n]{0,40}")
# "This entry was posted on …": a sentence that states the article's time, whatever else it goes on to say.
ENTRY = re.compile(
    r"\W*(?:this (?:entry|post|article|item|story|page) was|dieser (?:artikel|beitrag|eintrag|text) wurde|cet article a été"
    r"|este artículo (?:ha sido|fue)|questo articolo è stato)\b",
    re.IGNORECASE,
)
# German puts the verb last: "wurde am 3. Mai 2019 um 10:15 von Ana veröffentlicht".
_PASSIVE = re.compile(r"\bwurde\b[^.]{0,24}\bam\W*$", re.IGNORECASE)
_PASSIVE_VERB = re.compile(
    r"[^.\n]{0,60}?\b(?:(?P<published>gepostet|veröffentlicht|geschrieben|publiziert|erstellt|eingestellt|verfasst)"
    r"|(?:aktualisiert|geändert|bearbeitet|überarbeitet))",
    re.IGNORECASE,
)
# "Stand: 28.04.2023" is the day that a text is as of: its only date where an outlet prints no other.
_AS_OF = re.compile(r"\W*stand\b", re.IGNORECASE)
# Dates in such company are other things' dates.
_OTHER = re.compile(
    r"©|\bcopyright\b|all rights|\bvalid|expire|deadline|event|\bborn\b|joined|member since|registriert|dabei seit|\bseit\b"
    r"|since|geboren|verfügbar bis|available until|disponible jusqu|disponible hasta|disponibile fino",
    re.IGNORECASE,
)
# hAtom demands a date called "updated" of every entry: themes give the name to the only date that they print ("post-date updated").
_ENTRY_DATE = re.compile(
    r"(?:^|\s)(?:(?:post|entry|meta)[-_]?)*date\b.*\supdated(?:\s|$)|(?:^|\s)updated\s.*\b(?:(?:post|entry|meta)[-_]?)*date\b"
)
# The same by an element of that name around one of a date's.
_ENTRY_DATE_WITHIN = re.compile(r"(?:^|\s)updated(?:\s[^\n]*)?\n(?:[^\n]*\s)?(?:post|entry|meta)[-_]?date(?:\s|$)")
# How much of a label is looked at, in code points: labels can be megabytes on hostile pages.
_SHOWN = 300
# A date lies behind its label at most this far.
_NEAR = 40
# English without a region writes the day first at these top-level domains, and may do either elsewhere.
_DAY_FIRST_DOMAINS = frozenset(
    ["uk", "au", "nz", "ie", "za", "in", "ng", "ke", "pk", "sg", "my", "bd", "lk", "gh", "jm", "mt", "eu", "ir", "de", "fr", "ru"]
)
_MONTH_FIRST_DOMAINS = frozenset(["us", "gov", "edu", "mil"])

Labels = dict[LabelKind, tuple[str, ...]]


def role_of(before: str, after: str, own: Labels | None) -> DateRole | None:
    """What the words before a date, or those right after it, say that it is; None for nothing. `own` are an outlet's labels."""
    segment = before.strip(" |·•,;–—-()/")
    if segment and (label := labelled(segment + " 2000", own)) is not None and label.kind in ("published", "modified"):
        return "published" if label.kind == "published" else "modified"
    if _PASSIVE.search(before) and (verb := _PASSIVE_VERB.match(after)):
        return "published" if verb["published"] else "modified"
    tail = segment[-_NEAR:]
    updated, published = _last(UPDATED, tail), _last(_PUBLISHED, tail)
    if updated < 0 and published < 0:
        behind = BEHIND.match(after)
        return None if behind is None else "published" if behind["published"] else "modified"
    return "modified" if updated > published else "published"


def has_update_behind(after: str) -> bool:
    """Whether the bracket behind a date has that of an update in it."""
    found = _UPDATED_BEHIND.match(after)
    return found is not None and UPDATED.search(found[0]) is not None


def is_as_of(before: str) -> bool:
    """Whether the words before a date say that the text is as of it."""
    return _AS_OF.match(before) is not None


def is_entry_date(labels: list[str]) -> bool:
    """Whether the labels of the elements around a date, outer first, call it an entry's only date, in hAtom's way."""
    shown = [label[:_SHOWN] for label in labels]
    return any(map(_ENTRY_DATE.search, shown)) or _ENTRY_DATE_WITHIN.search("\n".join(shown)) is not None


def is_other(line: str) -> bool:
    """Whether a line's date is a copyright's, an event's or a person's."""
    return _OTHER.search(line.replace("\xad", "")) is not None


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last match begins, or -1."""
    return max((found.start() for found in pattern.finditer(text)), default=-1)


def reading_language(clues: Clues) -> str | None:
    """The language to read dates in: English without a sure region takes that of the address, for the order of day and month."""
    language = clues.language
    if language is None or language not in ("en", "en-US"):
        return language
    return f"en-{region}" if (region := _region(clues.page.url or clues.page.declared.link("canonical"))) else language


@lru_cache(maxsize=1024)
def _region(address: str | None) -> str | None:
    domain = (host_of(address) or "").rpartition(".")[2]
    return "GB" if domain in _DAY_FIRST_DOMAINS else "US" if domain in _MONTH_FIRST_DOMAINS else None
