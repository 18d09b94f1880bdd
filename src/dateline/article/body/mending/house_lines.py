"""Lines of the house within an article: "Read also: …", "Sign up for our newsletter", "External content is blocked", captions.

They stand among its paragraphs in the same markup, and in text with nothing to tell them from paragraphs but their words. The phrases
are our own list of what newsrooms write. Sentences begin with the same words ("Mehr dazu wollte niemand sagen."), so a phrase counts
with what makes it a label: a mark behind it, a link, the end of the line. What only may be of the house is left to the models.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....page.tags import HEADINGS
from .captions import is_caption
from .kept import size_of, text_of

if TYPE_CHECKING:
    from ....records import Page

# How a line begins that leads to another story.
_LEADS = """read more|read also|also read|read next|read this|must read|more on this|related story|related stories|related article|related articles
    |related coverage|related reading|read more on this
    |lesen sie auch|lesen sie mehr|lesen sie dazu|lesen sie hier|lies auch|lies mehr|mehr zum thema|mehr dazu|auch interessant|schon gelesen
    |das könnte sie auch interessieren|les også|læs også|läs också|läs även|läs mer|lue myös
    |lire aussi|à lire aussi|lire également|à lire également|vous aimerez aussi|sur le même sujet
    |leggi anche|leggi di più|guarda anche|potrebbe interessarti
    |lee también|lea también|lee además|lea además|lee más|lea más|leer más|te puede interesar|le puede interesar|también te puede interesar
    |también puedes leer|vea también|ve también
    |leia também|leia mais|veja também|saiba mais|lees ook|lees meer|baca juga
    |читайте также|читайте ещё|читайте еще|читайте також|читать также|czytaj też|czytaj także|czytaj również|czytaj więcej|dowiedz się więcej|zobacz też
    |zobacz także|zobacz również|přečtěte si|čtěte také|čtěte též|citește și|διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα
    |اقرأ أيضا|اقرأ أيضًا|اقرأ أيضاً|اقرأ ايضا|إقرأ أيضا|إقرأ أيضًا|اقرأ المزيد|بیشتر بخوانید|यह भी पढ़ें|ये भी पढ़ें|इसे भी पढ़ें
    |関連記事|関連リンク|あわせて読みたい|相关阅读|相关新闻|延伸阅读|延伸閱讀|相關新聞|更多新闻|관련기사|관련 기사"""
# The same, which stand before what is to be read or seen of old as well, and before answers: only where most of the line is a link, or
# they are in capitals.
_LINKED_LEADS = "read|watch|watch now|watch more|related|see also|siehe auch|à lire|à voir|à voir aussi|ver más|puedes ver|te recomendamos|по теме|بخوانید"
# Marks behind a lead, and dashes, which set apart a part of a sentence as well.
_MARKS, _DASHES = re.compile(r"\s?[:：|»›→】>]"), re.compile(r"\s?[–—]|\s-")
_STOPS = (".", "。", "…", "।", "؟")
# Invitations to subscribe, to write in, to buy: anywhere in a line, and where they begin it and one of the words follows.
_PROMPTS = """delivered to your inbox|straight to your inbox|sent to your inbox|directly to your inbox|direct to your inbox|news in your inbox|straight to your device
    |unsubscribe at any time|may earn a commission when|may earn a commission if|we may earn a commission|we may earn commission|may earn an affiliate commission|may earn affiliate
    |meiner anmeldung zum newsletter|continues below advertisement"""
_PROMPT_STARTS = """sign up for|sign up to|sign up now|subscribe to|subscribe now|subscribe for|subscribe today|abonniere|abonnieren sie|jetzt abonnieren|jetzt newsletter
    |abonnez-vous|inscrivez-vous|suscríbete|suscríbase|iscriviti|abbonati|inscreva-se|assine|clique aqui|siga nosso|siga o nosso|подпишись|подпишитесь|подписывайтесь"""
_OFFERED = re.compile(
    r"newsletter|inbox|briefing|\b(?:our|this) channel|kanal|\bcanal\b|chaîne|канал|рассылк|whatsapp|telegram|podcast|\bour (?:alerts|updates|e-?mails?)"
)
# Where it comes, and what it is that comes.
_INBOX = re.compile(
    r"\b(?:ihre?[mnr]?|deine?[mnr]?|private[mns]?|ins) postfach|\bdans votre boîte|\b(?:en tu|en su) (?:correo|bandeja|buzón)|\bnella tua (?:casella|posta)|\bna sua caixa"
    r"|\bin (?:je|uw) (?:inbox|mailbox)|\b(?:till|i) din (?:inkorg|mejl|innboks|indbakke)|\bna twoj\w+ (?:skrzynk|mail)|на вашу (?:почту|пошту)"
)
_LETTERS = (
    "newsletter",
    "briefing",
    "nyhetsbrev",
    "nyhedsbrev",
    "boletín",
    "boletim",
    "infolettre",
    "nieuwsbrief",
    "рассылк",
    "розсилк",
)
_COMMISSION = re.compile(
    r"\b(?:may|might|could) (?:receive|earn|get) (?:a |an )?(?:small |affiliate )?(?:cut|commission|percentage|share of)\b|\berhalten wir (?:\w+ ){0,4}provision\b"
    r"|\b(?:percevoir|toucher) une commission\b|\b(?:recibir|obtener) una (?:pequeña )?comisión\b"
)
_EARNED = ("commission", "provision", "comisión", "percentage", "small cut", "a cut", "share of")
# It is the house's own links that earn it.
_BOUGHT = re.compile(
    r"affiliate|affilié|afiliad|\b(?:our|my|these|the) links?\b|\blinks? (?:on|in) (?:this|our)\b|\bfrom this (?:post|page|article|site)\b|\bon (?:this|our) site\b"
    r"|\b(?:unsere|diese|einen der) links\b|\bnos liens\b|\bnuestros enlaces\b"
)
_ASKED_FOR = "do you have a story|do you have a tip|got a story|got a tip|interested in sharing"
_TO_US = re.compile(r"e-?mail|@|contact|get in touch|tell us|write to|let us know")
_AGREEMENT = re.compile(
    r"\bby (?:providing|submitting|entering|signing up|clicking|subscribing|registering)\b.{0,120}\b(?:you|i) (?:have read and )?(?:agree|consent|accept|acknowledge)\b"
)
_ADVERTISEMENTS = """advertisement|anzeige|werbung|publicité|publicidad|pubblicità|reklame|annons|реклама|広告|广告|إعلان|विज्ञापन|story continues below advertisement
    |article continues below|article continues below this ad|article continues after advertisement|advertisement - scroll to continue|annonse|publicidade
    |continua depois da publicidade|artikeln fortsätter efter annonsen|weiterlesen nach der anzeige|la suite après cette publicité|continua após a publicidade|広告の後に続きます"""
# Notices where something of another house is not shown before the reader agrees: what it is called, what is said of it, and to whom.
_EMBEDDED = re.compile(
    r"extern\w{0,2} (?:redaktionelle\w{0,2} )?inhalt|eingebettete inhalte|diese[nr] inhalt|redaktioneller inhalt|personenbezogene daten an dritt|mit einem klick anzeigen lassen"
    r"|inhalte von \w+ angezeigt|(?:third[- ]party|external|embedded) content|this content is(?: not|n't) available|contenus? (?:externe|tiers|est bloqué)"
)
_WITHHELD = re.compile(
    r"anzeigen|anzuzeigen|angezeigt|einverstanden|datenschutz|finde[stn]|ergänz|einwillig|verfügbar|\blad|zustimm|empfohlener|drittp"
    r"|consent|accept|cookies|allow|privacy|available"
)
_ADDRESSED = re.compile(
    r"(?<!^)\b(?:Sie|Ihre[rnms]?|Ihnen)\b|\b(?:[Dd]ir|[Dd]u|[Dd]eine?[rnms]?|[Mm]ir|[Ii]ch|kannst|[Yy]ou|[Yy]our|[Vv]ous|[Vv]otre|[Vv]os)\b|nicht verfügbar"
    r"|^\W*(?:Empfohlener|Externe[rn]|Redaktioneller)\b.{0,50}$"
)
# What is told or quoted is of the article, whatever it says.
_TOLD = re.compile(
    r"[“”\"„«»]|\b(?:said|says|told|warned|sagte|sagt|entschied|urteilte|dijo|dice|disse|diz|dit|advise[sd]?|wrote|urge[sd]?|rät|rieten|empfiehlt|erklärte?|schreibt|pide|pidió|aconseja|conseille|according to|laut|selon|según|segundo|secondo|sade|sier)\b"
)
_EMBEDDING = ("inhalt", "conten", " klick ", "dritt")
# Code points of a line of the house at most, of one that leads elsewhere, and of one that invites by its first words.
_LONGEST, _LEADING, _INVITATION = 400, 160, 250
# A link fills so much of a line that leads elsewhere. Different lines of the house are less than this share of what is kept.
_LINKED, _PART = 0.5, 0.4
# Entries of a menu that is set in one line, and the code points of one.
_ENTRIES, _ENTRY = 4, 25
_FIGURE = re.compile(r"\d")
_SENTENCES = re.compile(r"[.!?:…–—]\s+")
_CAPITALS = 4  # letters of a lead in capitals
_TRAILING = " .!?…:>»→"
_OPENING = re.compile(r"^[^\w¿]+")


def house_lines(page: Page, kept: list[int]) -> list[int]:
    """The blocks that are lines of the house by their words."""
    found: dict[int, str] = {}
    for i in kept:
        block, text = page.blocks[i], text_of(page, i)
        linked = block.link >= _LINKED * (block.end - block.start)
        # A heading may name an agency.
        if is_of_the_house(text, linked=linked) or (block.tag not in HEADINGS and is_caption(text)) or _is_menu(page, i):
            found[i] = text
    return list(found) if sum(map(len, set(found.values()))) < _PART * size_of(page, kept) else []


def is_of_the_house(text: str, *, linked: bool = False) -> bool:
    """Whether a line leads to another story, invites, advertises or tells that something is not shown. `linked` tells that most of it is
    a link.
    """
    if len(text) > _LONGEST:
        return False
    line = _OPENING.sub("", text.lower())
    capitals = _OPENING.sub("", text)[:_CAPITALS].isupper()
    if (len(line) <= _LEADING and _leads(line, linked, capitals)) or line.rstrip(" .:—–-)]") in _ADVERTISING:
        return True
    return _may_invite(line, text) and _TOLD.search(line) is None


def _may_invite(line: str, text: str) -> bool:
    short = len(line) <= _INVITATION
    return (
        (
            short
            and any(start in line for start in _STARTING)
            and any(_begins(sentence, _STARTING) for sentence in _SENTENCES.split(line))
            and _OFFERED.search(line) is not None
        )
        or (any(word in line for word in _LETTERS) and _INBOX.search(line) is not None)
        or (
            short
            and any(word in line for word in _EARNED)
            and _COMMISSION.search(line) is not None
            and _BOUGHT.search(line) is not None
        )
        or (short and _begins(line, _ASKING) and _TO_US.search(line) is not None)
        or any(prompt in line for prompt in _INVITING)
        or ("by " in line and _AGREEMENT.search(line) is not None)
        or (
            any(word in line for word in _EMBEDDING)
            and _EMBEDDED.search(line) is not None
            and _WITHHELD.search(line) is not None
            and _ADDRESSED.search(text) is not None
        )
    )


def _leads(line: str, linked: bool, capitals: bool) -> bool:
    if line.startswith(_LEADING_ON):
        for lead in _LEADING_ON:
            rest = line[len(lead) :]
            if line.startswith(lead) and (not rest.strip(_TRAILING) or (linked and not rest[0].isalnum()) or _marked(rest)):
                return True
    return (
        (linked or capitals)
        and line.startswith(_LABELS)
        and any(_marked(line[len(lead) :]) for lead in _LABELS if line.startswith(lead))
    )


def _marked(rest: str) -> bool:
    """Whether a lead is followed as a label is, and no sentence."""
    if rest.rstrip("\"'”»)] ").endswith(_STOPS):
        return False
    if _MARKS.match(rest):
        return True
    dash = _DASHES.match(rest)
    return dash is not None and _DASHES.search(rest, dash.end()) is None


def _is_menu(page: Page, index: int) -> bool:
    """Whether a line is short words between bars. A row of a table has figures, bars around it, or other rows beside it; what a colon
    announces is no menu either.
    """
    line = text_of(page, index)
    parts = line.split("|")
    if len(parts) < _ENTRIES or not 0 < min(map(len, parts)) <= max(map(len, parts)) <= _ENTRY or _FIGURE.search(line):
        return False
    beside = [text_of(page, i) for i in (index - 1, index + 1) if 0 <= i < len(page.blocks)]
    return not any(other.count("|") == len(parts) - 1 for other in beside) and not (index and beside[0].endswith(":"))


def _begins(line: str, starts: tuple[str, ...]) -> bool:
    return line.startswith(starts) and any(line.startswith(s) and not line[len(s) : len(s) + 1].isalnum() for s in starts)


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in listed.split("|"))


_LEADING_ON, _LABELS = _phrases(_LEADS), _phrases(_LINKED_LEADS)
_INVITING, _STARTING, _ASKING = _phrases(_PROMPTS), _phrases(_PROMPT_STARTS), _phrases(_ASKED_FOR)
_ADVERTISING = frozenset(_phrases(_ADVERTISEMENTS))
