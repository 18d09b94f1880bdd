"""Names in a text: persons, organisations and places, each with the fullest form that the text gives it.

Runs of words with capitals are taken for names, less what begins sentences and what has no name in it; titles before a name, words like
"Committee" in it and prepositions before it tell its kind, and what one mention tells holds for all of them. One pass, linear.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

import msgspec

from dateline.records import Span
from dateline.statements.lexicon import DATA
from dateline.statements.words_en import lists, word_set
from dateline.statements.words_en import words as listed_words

if TYPE_CHECKING:
    from collections.abc import Iterator

NameKind = Literal["person", "organisation", "place"]
Gender = Literal["female", "male", ""]

# A word with a capital, with its inner marks; initials and titles keep their point.
_WORD = re.compile(
    r"[^\W\d_a-zß-öø-ÿа-џα-ω][^\W_]*(?:[-’'.&](?=[^\W_])(?![’']?s\b)[^\W_]+)*(?:(?<=\b[^\W\d_])\.|(?<=Jr)\.|(?<=Sr)\.)?"
)
_TITLE_POINT = re.compile(
    r"(?<=Corp|Bros)\.|(?<=Mr|Ms|Dr|St)\.|(?<=Mrs|Sen|Rep|Gov|Gen|Col|Sgt|Maj|Rev|Hon)\.|(?<=Prof|Capt|Sens|Reps|Govs)\.|(?<=Lt)\."
)
# Small words between two capitals that belong to one name.
_JOINT = re.compile(
    r"\s(?:(?:de|da|do|dos|das|del|della|di|du|des|van|von|der|den|zu|la|le|al|el|bin|ibn|ben|y|e)\s){0,2}|(?:\s(?:of|for|on)(?:\sthe)?\s|\s&\s)"
)
_IN: Final = word_set("in at near across throughout en à в im nach")
_FEMALE: Final = word_set("mrs ms miss lady dame queen princess congresswoman chairwoman spokeswoman assemblywoman")
_MALE: Final = word_set("mr sir lord king prince pope congressman chairman spokesman assemblyman")
_COMPANY: Final = word_set(
    "inc corp ltd co llc plc gmbh ag sa s.a spa nv s.p.a n.v party front forces union nations times post journal tribune herald guardian"
)
# What follows the name of a company, and is left out when it is named again.
_FORMS: Final = word_set("inc corp ltd co llc plc gmbh ag sa s.a spa nv s.p.a n.v group holdings international industries")
_PLACES: Final = word_set(
    "county city river street avenue island islands valley beach lake bay square road mountain coast desert sea"
)
_COURTESY: Final = word_set("mr mrs ms dr")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
_IN_BRACKETS = re.compile(r"\s\(([A-Z]{2,6})\)")
# A word with a capital inside a sentence: there it begins none.
_INSIDE = re.compile(r"[a-z,]\s([A-Z][^\W_]+)")
_MOST_WORDS = 6
# More of a text is not looked at, and no more names of one are kept: a book has said who is who by then.
_LOOKED_AT, _MOST_RUNS = 1_000_000, 50_000
# So many full names are kept for one short form.
_MOST_ALIKE = 16
# The bits of `Lists.speakers` for persons and organisations.
_PERSON, _ORGANISATION, _DOCUMENT = 1, 2, 4


class Name(NamedTuple):
    """A mention of somebody or something by name: `text[span]` without titles, its kind, and the fullest form in the text."""

    span: Span
    kind: NameKind
    full: str
    gender: Gender = ""
    title: str = ""


class _Run(NamedTuple):
    """Words with capitals side by side, the titles before them, and the small word before those."""

    words: tuple[str, ...]
    span: Span
    titles: tuple[str, ...]
    before: str
    full: str
    small: frozenset[str]


@cache
def _genders() -> dict[str, Gender]:
    listed = msgspec.json.decode((DATA / "first-names.json").read_bytes(), type=dict[Gender, str])
    return {name: gender for gender, names in listed.items() for name in names.split()}


@cache
def _months_and_days() -> frozenset[str]:
    """Words of time that are names too: "Jan van der Berg"."""
    return frozenset(listed_words().closed["time"].split())


def find_names(text: str) -> list[Name]:
    """The names of a text in order, each with the fullest form and the kind that all its mentions agree on."""
    runs = list(islice(_runs(text[:_LOOKED_AT]), _MOST_RUNS))
    kinds: dict[tuple[str, ...], NameKind] = {}
    genders: dict[tuple[str, ...], Gender] = {}
    for run in runs:
        found = _kind(run)
        if found == "person" or run.words not in kinds:
            kinds[run.words] = found
        genders[run.words] = genders.get(run.words) or _gender(run)
    full = _fullest(text, runs, kinds)
    printed = {run.words: run.full for run in runs}
    result, latest = [], dict[str, tuple[str, ...]]()
    for run in runs:
        words = _meant(run, full, latest, genders)
        kind = kinds[words] if words in kinds else kinds[run.words]
        if kind == "person":
            for word in {words[0], words[-1]}:
                latest[word] = words
        gender = genders.get(words) or genders[run.words]
        if gender:
            genders[words] = gender
        result.append(Name(run.span, kind, printed[words], gender, run.titles[-1] if run.titles else ""))
    return result


def is_company(name: str) -> bool:
    """Whether a full name ends with a company's legal form."""
    return name.rpartition(" ")[2].lower().rstrip(".") in _FORMS


def _runs(text: str) -> Iterator[_Run]:
    """The runs of words with capitals, without what only begins a sentence."""
    titles = lists().titles
    inside = frozenset(_INSIDE.findall(text))
    words: list[re.Match[str]] = []
    for match in _WORD.finditer(text):
        if not match.group()[0].isupper():
            continue
        if words:
            last = words[-1]
            end = last.end()
            point = _TITLE_POINT.match(text, end) if last.group().lower() in titles or last.group().lower() in _FORMS else None
            joint = _JOINT.fullmatch(text, point.end() if point else end, match.start())
            if joint and words[0].group().lower() in _COURTESY and len(joint.group()) > _GAP:
                # "Mr. Roe of Roe & Sons" is two names.
                joint = None
            if joint and len(words) < _MOST_WORDS and match.group().lower() not in _CLOSED_INSIDE:
                words.append(match)
                continue
            yield from _run(text, words, titles, inside)
        words = [match]
    yield from _run(text, words, titles, inside)


# These have capitals in headlines only, or begin a sentence that the one before ran into.
_CLOSED_INSIDE: Final = word_set("the a an he she it they we i you but and in on at if when as")


def _run(text: str, words: list[re.Match[str]], titles: frozenset[str], inside: frozenset[str]) -> Iterator[_Run]:
    closed, speakers = lists().closed, lists().speakers
    while words and words[0].group().lower() in closed and not _ACRONYM.fullmatch(words[0].group()):
        if len(words) > 1 and words[0].group().lower() in _months_and_days():
            break
        words = words[1:]
    led = []
    lower = [word.group().lower() for word in words]
    personal = not any(speakers.get(word, 0) & _ORGANISATION or word in _COMPANY for word in lower)
    while words and (
        words[0].group().lower() in titles or (personal and len(words) > 1 and speakers.get(words[0].group().lower(), 0) & 1)
    ):
        led.append(words[0].group().lower())
        words = words[1:]
    # "Executive Chairman Jane Roe": what a title inside closes is no name.
    last = max((at for at, word in enumerate(words) if word.group().lower() in titles), default=-1)
    if 0 <= last < len(words) - 1 and not _joined(words[last], words[last + 1]):
        led.append(words[last].group().lower())
        words = words[last + 1 :]
    elif first := _first_name(words, titles):
        # "Deputy Secretary of State Jane Roe"
        led.append(words[0].group().lower())
        words = words[first:]
    if not words or (len(words) == 1 and not led and words[0].group() not in inside and _common(text, words[0])):
        return
    start = words[0].start()
    before = text[max(0, start - 16) : start].rstrip().rpartition(" ")[2].lower()
    said = tuple(word.group() for word in words)
    if not led and speakers.get(before.strip("“\"'"), 0) & 1 and before.islower():
        led.append(before)
    full = text[start : words[-1].end()]
    small = frozenset(word for word in full.split() if word.islower())
    yield _Run(said, Span(start, words[-1].end()), tuple(led), before, " ".join(full.split()), small)


def _first_name(words: list[re.Match[str]], titles: frozenset[str]) -> int:
    """Where a first name stands behind the words of a long title; 0 where there is none."""
    lower = [word.group().lower() for word in words]
    if not any(word in titles or lists().speakers.get(word, 0) & _PERSON for word in lower[:-2]):
        return 0
    if known := next((at for at in range(1, len(lower) - 1) if lower[at] in _genders()), 0):
        return known
    last = max((at for at, word in enumerate(lower[:-2]) if word in titles and _joined(words[at], words[at + 1])), default=-1)
    return last + 2 if last >= 0 and len(words) - last - 2 in _NAME_SIZES else 0


# So many words behind "Chief of Staff" are a name.
_NAME_SIZES = (2, 3)


def _joined(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether a small word stands between two: "Secretary of State"."""
    return other.start() - one.end() > _GAP


# White space and a title's point.
_GAP = 2


def _common(text: str, word: re.Match[str]) -> bool:
    """Whether a single word with a capital begins a sentence and is an ordinary word."""
    before = text[max(0, word.start() - 3) : word.start()].rstrip(" \t")
    begins = not before or before[-1] in '.!?\n“"‘”’:«'
    known = lists().classes.get(word.group().lower(), 0) or lists().verbs.get(word.group().lower())
    return len(word.group()) == 1 or (begins and bool(known))


def _kind(run: _Run) -> NameKind:
    lower = [word.lower().rstrip(".") for word in run.words]
    speakers = lists().speakers
    institution = any(word in _COMPANY or speakers.get(word, 0) & (_ORGANISATION | _DOCUMENT) == _ORGANISATION for word in lower)
    if (
        institution
        or "&" in run.full
        or (_ACRONYM.fullmatch(run.words[0]) and not run.full.isupper())
        or (len(run.words) == 1 and _ACRONYM.fullmatch(run.full))
    ):
        return "organisation"
    if lower[-1] in _PLACES and len(lower) > 1:
        return "place"
    if run.titles or (lower[0] in _genders() and len(run.words) > 1):
        return "person"
    if run.before in _IN:
        return "place"
    known = lists().classes
    if 1 < len(run.words) <= _LONGEST_PERSON and not (lower[0] in known and lower[-1] in known) and "of" not in run.small:
        return "person"
    return "organisation"


_LONGEST_PERSON = 4


def _gender(run: _Run) -> Gender:
    for title in run.titles:
        if title in _FEMALE or title in _MALE:
            return "female" if title in _FEMALE else "male"
    return _genders().get(run.words[0].lower(), "") if len(run.words) > 1 else ""


def _fullest(text: str, runs: list[_Run], kinds: dict[tuple[str, ...], NameKind]) -> dict[str, list[tuple[str, ...]]]:
    """Full names by the words that short mentions have of them: first and last names, acronyms."""
    full: dict[str, list[tuple[str, ...]]] = {}
    for run in runs:
        if len(run.words) < 2:
            continue
        keys = []
        if kinds[run.words] == "person":
            keys = [run.words[0], run.words[-1] if run.words[-1].rstrip(".") not in ("Jr", "Sr", "II", "III") else run.words[-2]]
        else:
            bracket = _IN_BRACKETS.match(text, run.span.end)
            initials = "".join(word[0] for word in run.words)
            keys = [bracket.group(1)] if bracket else [initials] if len(initials) > 1 else []
            if run.words[-1].lower().rstrip(".") in _FORMS:
                keys.append(run.full[: run.full.rindex(" ")].rstrip(","))
        for key in keys:
            known = full.setdefault(key, [])
            if len(known) < _MOST_ALIKE and run.words not in known:
                known.append(run.words)
    return full


def _meant(
    run: _Run, full: dict[str, list[tuple[str, ...]]], latest: dict[str, tuple[str, ...]], genders: dict[tuple[str, ...], Gender]
) -> tuple[str, ...]:
    """The fullest name of what a mention means: of several that fit, the one named last, or the first to come."""
    key = run.full if len(run.words) > 1 else run.words[0]
    if key not in full:
        return run.words
    known = lists().classes
    likely = [words for words in full[key] if words[0].lower() not in known or words[0].lower() in _genders()]
    fitting = [
        words for words in likely or full[key] if not (_gender(run) and genders.get(words) and genders[words] != _gender(run))
    ]
    if not fitting:
        return run.words
    last = latest.get(key)
    return last if last in fitting else fitting[0]
