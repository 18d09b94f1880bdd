"""Lines of the house within an article: "Read also: …", "Sign up for our newsletter", "External content is blocked", picture credits.

They stand among its paragraphs in the same markup, and in text with nothing to tell them from paragraphs but their words. The phrases
are our own list of what newsrooms write; a line that only may be one is left to the models.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .captions import is_caption
from .kept import text_of

if TYPE_CHECKING:
    from ....records import Page

# How a line begins that leads to another story, by language. Letters only: what follows decides below.
_LEADS: dict[str, str] = {
    "de": """lesen sie auch|lesen sie mehr|lesen sie dazu|lesen sie hier|lies auch|lies mehr|mehr zum thema|mehr dazu|siehe auch|auch interessant
        |das könnte sie auch interessieren""",
    "nordic": "les også|læs også|läs också|läs även|läs mer|lue myös",
    "fr": "lire aussi|à lire aussi|lire également|à lire également|à voir aussi|vous aimerez aussi|sur le même sujet",
    "it": "leggi anche|leggi di più",
    "es": """lee también|lea también|lee además|lea además|lee más|lea más|te puede interesar|le puede interesar|también te puede interesar
        |vea también|ve también|puedes ver|te recomendamos""",
    "pt": "leia também|leia mais",
    "nl": "lees ook|lees meer",
    "id": "baca juga",
    "slavic": """читайте также|читайте ещё|читайте еще|читайте також|czytaj też|czytaj także|czytaj również|czytaj więcej|dowiedz się więcej|zobacz też|zobacz także|zobacz również|přečtěte si|čtěte také
        |čtěte též""",
    "ro": "citește și",
    "el": "διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα",
    "ar": "اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|اقرأ ايضا|اقرأ المزيد",
    "fa": "بیشتر بخوانید",
    "hi": "यह भी पढ़ें|इसे भी पढ़ें",
    "east asian": "関連記事|関連リンク|【関連】|あわせて読みたい|相关阅读|相关新闻|延伸阅读|延伸閱讀|相關新聞|관련기사|관련 기사",
}
# The same, where only a mark behind them tells.
_MARKED_LEADS = """also read|read also|read more|read next|read|read this|must read|see also|more on this|watch|watch now|watch more|related|related story|related stories
    |related article|related articles|related coverage|related reading|ver más|lea|mira|vea|по теме|بخوانید"""
_MARKS = (":", " :", "：", "|", " |", " –", " —", " -", "–", "—")
# Invitations to subscribe and what has to be agreed to, to write in, to buy.
_PROMPTS = """your inbox|to your device|unsubscribe at any time|may earn a commission|may earn an affiliate commission|may earn affiliate commission
    |anmeldung zum newsletter|do you have a story|do you have a tip|got a story?|got a tip?"""
_PROMPT_STARTS = """sign up for|sign up to|subscribe to|subscribe now|subscribe for|subscribe today|article continues below|article continues after
    |abonniere|jetzt abonnieren|abonnez-vous|inscrivez-vous|suscríbete|suscríbase|iscriviti|abbonati|inscreva-se|assine|подпишитесь|подписывайтесь"""
_AGREEMENT = re.compile(
    r"\bby (?:providing|submitting|entering|signing up|clicking|subscribing|registering)\b.{0,120}\b(?:agree|consent|terms|accept)"
)
_ADVERTISEMENTS = "advertisement|anzeige|werbung|publicité|publicidad|pubblicità|reklame|annons|реклама|広告|广告|إعلان"
# Notices where something of another house is not shown before the reader agrees: what it is called, and what is said of it.
_EMBEDDED = re.compile(
    r"extern\w* (?:redaktionelle\w* )?inhalt|externer? inhalt|eingebettete inhalte|redaktioneller inhalt|personenbezogene daten an dritt"
    r"|mit einem klick anzeigen lassen|(?:third[- ]party|external|embedded|this) content|contenus? (?:externe|tiers|est bloqué)|contenido (?:externo|de terceros)"
)
_WITHHELD = re.compile(
    r"anzeig|anzuzeigen|angezeigt|einverstanden|datenschutz|finde[stn]|ergänz|einwillig|verfügbar|\blad|zustimm|empfohlener|dritt"
    r"|consent|accept|cookies|allow|privacy|not available|cannot be|can't be|bloqué|terceros"
)
_EMBEDDING = ("inhalt", "conten", " klick ", "dritt")
# Code points of a line of the house at most, and of one that leads elsewhere.
_LONGEST, _LEADING = 400, 160
_OPENING = " \n\t\"'“”„«»‹›>*•·▶►→➤–—-#"


def house_lines(page: Page, kept: list[int]) -> list[int]:
    """The blocks that are lines of the house by their words."""
    return [i for i in kept if page.blocks[i].end - page.blocks[i].start <= _LONGEST and is_of_the_house(text_of(page, i))]


def is_of_the_house(text: str) -> bool:
    """Whether a line leads to another story, invites, advertises, tells that something is not shown, or is a picture's caption."""
    line = text.lower().lstrip(_OPENING)
    return (
        (len(line) <= _LEADING and _leads(line))
        or line.startswith(_STARTING)
        or any(prompt in line for prompt in _INVITING)
        or ("by " in line and _AGREEMENT.search(line) is not None)
        or line.rstrip(" .:") in _ADVERTISING
        or (
            any(word in line for word in _EMBEDDING) and _EMBEDDED.search(line) is not None and _WITHHELD.search(line) is not None
        )
        or is_caption(text)
    )


def _leads(line: str) -> bool:
    if line.startswith(_LEADING_ON):
        return True
    return line.startswith(_MARKED) and any(line[len(lead) :].startswith(_MARKS) for lead in _MARKED if line.startswith(lead))


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in listed.split("|"))


_LEADING_ON = tuple(lead for listed in _LEADS.values() for lead in _phrases(listed))
_MARKED = _phrases(_MARKED_LEADS)
_INVITING, _STARTING = _phrases(_PROMPTS), _phrases(_PROMPT_STARTS)
_ADVERTISING = frozenset(_phrases(_ADVERTISEMENTS))
