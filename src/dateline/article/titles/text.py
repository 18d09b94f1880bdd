"""Titles as text: comparing them, and taking off what is not the headline: the outlet's name, sections, "LIVE:"."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from ...page.declared import words
from ..outlet import host_of

if TYPE_CHECKING:
    from ...records import Page

# Texts this short are kept once folded: a page repeats its title in five places.
_KEPT = 400
_WORD = re.compile(r"\w+")
_OUTLET_TYPES = frozenset(("WebSite", "Organization", "NewsMediaOrganization"))
_UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x2060, 0xFEFF))
# Between a headline and the outlet's or section's name: a bar, dash, dot or chevron with space around it, or any bar.
# In Chinese, dashes and underscores stand there without space.
_JOINT = re.compile(
    r"\s+[-–—―·•»«:›‹>~]+\s+|\s*[|｜¦│丨]+\s*|\s+//\s+|--|\s*[-–—]\s*$"
    r"|\s*_+\s*(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])\s*_+\s*|(?<=[\u3400-\u9fff”」』！？])(?:-|——)(?=[\u3400-\u9fff]{2,12}(?:-[\u3400-\u9fff]{2,12})?$)"
)
# Code points of a title that is taken apart: no outlet writes longer ones.
_LONGEST = 500
_BARS = frozenset("|｜│_")
# How an outlet is called behind a dash in Chinese, and a section before it; and what no name of either has.
_DASHES = frozenset(("-", "--", "——"))
_HAN_OUTLET = re.compile(r"[\u3400-\u9fff]+(?:网|网站|報|报|社|台|传媒|频道|新闻|在线|门户)")
_HAN_SECTION = re.compile(r"[\u3400-\u9fff]{2,4}(?:频道)?(?:·[\u3400-\u9fff]{2,4})?")
_HAN_CLAUSE = re.compile("[\u3400-\u9fff][：，。？！].*[\u3400-\u9fff]")
# What stands for a genre or a state before or behind a headline, not for its words. Folded.
_DECORATIONS = """
    live | live updates | live blog | liveblog | live coverage | live news | breaking | breaking news | just in |
    updated | update | exclusive | watch | video | opinion | op ed | editorial | analysis | comment | commentary |
    column | perspective | guest essay | letters | review | interview | explainer | fact check | podcast | photos |
    gallery | in pictures | sponsored | premium | subscriber only | plus | liveticker | ticker | kommentar | meinung |
    analyse | kolumne | leitartikel | gastbeitrag | exklusiv | en direct | direct | direct live | vidéo | tribune |
    éditorial | opinión | análisis | en vivo | en directo | última hora | vídeo | entrevista | opinião | análise |
    ao vivo | opinione | analisi | diretta | in diretta | мнение | прямой эфир | онлайн | видео | срочно | аналитика |
    رأي | مباشر | عاجل | فيديو | تحليل | حصري | زنده | فیلم | یادداشت | اختصاصی | تحلیل | فوری | 独家 | 直播 | 快讯 | 评论 |
    社论 | 社説 | 速報 | 動画 | 독점 | 속보 | canlı | son dakika | görüş | analiz | opinie | mening | leder | ledare | debatt |
    kronik | direkte | nyhetsstudio
    """
# A name this much shorter than its headline is the outlet's when it stands behind a bar ("Floods recede | Northern Post").
_NAME_WORDS = 4


def fold(text: str) -> str:
    """Letters and digits in lower case, for comparing titles."""
    return _folded(text) if len(text) <= _KEPT else _folded.__wrapped__(text)


@lru_cache(maxsize=1024)
def _folded(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def tidy(text: str) -> str:
    """A title on one line: white space folded, soft hyphens and joiners dropped, no space before a colon that was set apart."""
    return " ".join(text.translate(_UNSEEN).split()).replace(" : ", ": ")


def squeeze(text: str) -> str:
    """Folded and without spaces: "The Northern Post" and "thenorthernpost" alike."""
    return fold(text).replace(" ", "")


@cache
def _decorations() -> frozenset[str]:
    return frozenset(word.strip() for word in _DECORATIONS.split("|"))


def outlet_names(page: Page, known: str | None = None) -> frozenset[str]:
    """What the outlet calls itself, squeezed: its profile's name, site name, publisher, and the name in its address."""
    declared = page.declared
    said = [known, *(declared.get(name) for name in ("og:site_name", "application-name", "twitter:site"))]
    for node in declared.linked_data:
        said.append(words(node.data.get("publisher")))
        if not _OUTLET_TYPES.isdisjoint(node.types):
            said.append(words(node.data.get("name")))
    names = {squeeze(name) for name in said if name}
    if host := host_of(page.url):
        labels = host.removeprefix("www.").split(".")
        names.update(squeeze(label) for label in labels[:-1])
        names.add("".join(labels))
    names.discard("")
    return frozenset(names | {name.removeprefix("the") for name in names if len(name) > len("the") * 2})


def likeness(one: str, other: str) -> float:
    """How alike two folded titles are, 0 to 1: shared words (shared pairs of letters where words are not set apart)."""
    if one == other:
        return 1.0
    a, b = _units(one), _units(other)
    return 2 * len(a & b) / (len(a) + len(b)) if a and b else 0.0


@lru_cache(maxsize=256)
def _units(folded: str) -> frozenset[str]:
    words = folded.split()
    if len(words) > 3 or folded.isascii():
        return frozenset(words)
    return frozenset(folded[i : i + 2] for i in range(len(folded) - 1))


def without_outlet(title: str, names: frozenset[str]) -> str:
    """A title without the outlet's name and decorations before or behind it. `names` are squeezed.

    Where no known name stands there, a short last part behind a bar is taken for one.
    """
    head, colon, last = title.rpartition(": ")
    if colon and _is_name(last, names):  # "Ferry aground: Harbour Post"
        title = head
    left = list(parts(title))
    sure = False
    while taken := _named_at_end(title, left, names):
        del left[-taken:]
        sure = True
    while len(left) > 1 and (_is_name(left[0][0], names) or fold(left[0][0]) in _decorations()):
        left.pop(0)
    while len(left) > 1 and fold(left[-1][0]) in _decorations():
        left.pop()
    if not sure:
        behind = ""  # the joint before the part that went last
        while len(left) > 1 and _is_short(left):
            joint = title[left[-2][2] : left[-1][1]].strip()
            if not _is_set_off(joint, left[-1][0], again=joint == behind):
                break
            behind = joint
            left.pop()
    return title[left[0][1] : left[-1][2]]


def _named_at_end(title: str, pieces: list[tuple[str, int, int]], names: frozenset[str]) -> int:
    """How many of the last parts are the outlet's name: one, or two of a name with a joint in it; 0 where none is."""
    for count in (1, 2):
        if len(pieces) > count and _is_name(title[pieces[-count][1] : pieces[-1][2]], names):
            return count
    return 0


def _is_set_off(joint: str, last: str, *, again: bool) -> bool:
    """Whether what joins the last part sets it off as a name: a bar, or in Chinese a dash before what outlets are called, and before
    the section that stands there `again` by the same joint.
    """
    if _HAN_CLAUSE.search(last):
        return False
    if _BARS.issuperset(joint):
        return True
    return joint in _DASHES and (_HAN_OUTLET.fullmatch(last) is not None or (again and _HAN_SECTION.fullmatch(last) is not None))


def _is_short(pieces: list[tuple[str, int, int]]) -> bool:
    last = pieces[-1][0]
    return len(last.split()) <= _NAME_WORDS and len(last) < sum(len(piece) for piece, _, _ in pieces[:-1])


@lru_cache(maxsize=512)
def parts(title: str) -> tuple[tuple[str, int, int], ...]:
    """The parts between joints ("Headline | Section | Outlet"), with where they stand."""
    if len(title) > _LONGEST:
        return ((title, 0, len(title)),)
    found: list[tuple[str, int, int]] = []
    start = 0
    for joint in _JOINT.finditer(title):
        if joint.start() > start:
            found.append((title[start : joint.start()], start, joint.start()))
        start = joint.end()
    if start < len(title):
        found.append((title[start:], start, len(title)))
    return tuple(found) or ((title, 0, len(title)),)


def _is_name(part: str, names: frozenset[str]) -> bool:
    squeezed = squeeze(part)
    if squeezed in names or squeezed.removeprefix("the") in names:
        return True
    return squeezed.removesuffix("com") in names or squeezed.startswith("www")


def unsigned(title: str, names: frozenset[str]) -> str:
    """A printed headline without the outlet's name behind it. `names` are squeezed."""
    left = list(parts(title))
    taken = _named_at_end(title, left, names)
    return title[: left[-1 - taken][2]] if taken else title


def undecorated(title: str) -> tuple[str, str]:
    """A printed headline and the decoration before it ("LIVE: Ferry aground" → "Ferry aground", "LIVE"), which may be empty."""
    for mark in (":", "|", "｜", "：", " - ", " – ", " — "):
        head, found, rest = title.partition(mark)
        if found and rest.strip() and len(head) < 24 and fold(head) in _decorations():
            return rest.strip(), head.strip()
    return title, ""
