"""Access: whether the page gives the whole article, and what says that it does not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..records import Access, Found, Span
from .evidence import Candidate, choose, claimed, visible
from .landmarks import PAYWALL, marks

if TYPE_CHECKING:
    from .clues import Clues

# Lines that stand where the rest of an article would.
_BARRIER = re.compile(
    r"(?:subscribe|sign up|log ?in|register|become a (?:member|subscriber)) (?:now |today |or log in |or subscribe )?(?:to"
    r"|and) (?:read|continue|keep reading|unlock|get (?:full )?access|view)"
    r"|to (?:continue|keep) reading|(?:this|the) (?:article|story|content|post) is (?:for|available to|only available to"
    r"|exclusive to|reserved for|locked)"
    r"|(?:subscribers?|members?)[- ]only|for subscribers only|already (?:a subscriber|subscribed)\?|you(?:’|')?ve (?:read"
    r"|reached) (?:your|all)|unlock this (?:article|story)"
    r"|(?:weiterlesen|jetzt weiterlesen|lesen sie weiter) mit|mit .{1,20}(?:\+|\bplus|\babo|\bpremium|\bpro) ?(?:weiterlesen|lesen)|diese[rn]? (?:artikel"
    r"|inhalt) (?:ist|lesen) .{0,30}(?:abonnent|plus|exklusiv)|nur für abonnent"
    r"|la suite (?:de cet article )?est réservée|(?:article|contenu) réservé (?:aux|à nos) abonné"
    r"|il vous reste .{1,12} de cet article|abonnez-vous pour (?:lire|continuer)|pour lire la suite"
    r"|(?:contenido|artículo) (?:exclusivo|solo) para suscriptores|suscríbete para (?:leer|seguir|continuar)|para (?:seguir"
    r"|continuar) leyendo"
    r"|(?:conteúdo|matéria) exclusiv[oa] para assinantes|assine para (?:ler|continuar)|contenuto riservato agli abbonati"
    r"|per continuare a leggere|abbonati per (?:leggere|continuare)"
    r"|artikel is (?:alleen )?voor abonnees|lees verder met|for abonnenter|denne (?:artikkelen|artikel) er for abonnenter"
    r"|för prenumeranter|tylko dla (?:subskrybentów|prenumeratorów)"
    r"|(?:только|доступно) (?:для )?подписчик|この記事は(?:有料|会員)|有料会員限定|会員限定記事|続きを読むには|유료 회원|订阅后(?:阅读|继续)|付费(?:阅读|内容)"
    r"|للمشتركين فقط|abone(?:lere)? özel",
    re.IGNORECASE,
)
# Each of those lines has one of these; a look for them costs less than the search.
_BARRIER_STEMS = (
    "subscri", "sign up", "log in", "login", "register", "member", "unlock", "reading", "you’ve", "you've", "only", "weiterlesen", "lesen",
    "abonn", "exklusiv", "la suite", "reste", "suscri", "leyendo", "assin", "leggere", "lees verder", "prenum", "подписчик", "有料", "会員",
    "続き", "유료", "订阅", "付费", "للمشتركين", "abone",
)  # fmt: skip
_STEMS = re.compile("|".join(_BARRIER_STEMS))
# Labels that `marks` takes for a paywall's have one of these.
_PAYWALL_WORDS = ("wall", "metered", "subscriber-only", "premium-content", "paid-content")
# Lines that lead to the rest of an article on another page.
_CONTINUED = re.compile(
    r"(?:continue reading|read (?:the )?(?:full|whole|entire|rest of (?:the|this)) (?:article|story|post|review)"
    r"|read more(?: on| at)? .{0,40}|full story|weiterlesen|zum (?:ganzen|vollständigen) artikel|lire la suite"
    r"|lire l['’]article complet"
    r"|seguir leyendo|leer más|leia mais|continua a leggere|leggi tutto|lees verder|les hele saken|läs mer|czytaj dalej"
    r"|читать (?:далее|полностью)|ادامه مطلب|اقرأ المزيد|阅读全文|続きを読む)\W*",
    re.IGNORECASE,
)
# A page that gives less is truncated when it also says so; the shortest whole news items have some 60 words.
_SHORT_BODY = 1_200
# Lines after the body's end in which a barrier stands, and how long it may be.
_AFTER, _LONGEST = 10, 260
_PAID = frozenset(
    ("paid", "locked", "premium", "subscription", "subscriber", "metered", "true", "subscribers", "plus", "yes", "1")
)
_FREE = frozenset(("free", "unlocked", "false", "open", "no", "0"))


def find_access(clues: Clues) -> Found[Access | None]:
    """From what is declared, a barrier printed behind a body that stops short, and the markup's words for one.

    None where nothing speaks of access at all and there is no body.
    """
    candidates: list[Candidate[Access]] = []
    size = sum(line.span.end - line.span.start for line in clues.lines if line.role == "body")
    barrier = _barrier(clues)
    declared = _declared(clues)
    if barrier is not None:
        short = size <= _SHORT_BODY
        candidates.append(
            visible(clues.page, "paywalled", barrier, method="barrier", confidence=0.93 if short else 0.6, text="paywalled")
        )
    for access, raw, path in declared:
        # A page can be declared paid and still hold all of it; without a barrier or a short body that is what it does.
        confidence = 0.85 if access == "full" else 0.9 if barrier or size <= _SHORT_BODY else 0.7
        candidates.append(claimed(access, raw, path, method="declared", confidence=confidence, text=access))
    if barrier is None and (span := _continued(clues)) is not None and size <= _SHORT_BODY:
        candidates.append(visible(clues.page, "truncated", span, method="continued elsewhere", confidence=0.75, text="truncated"))
    if barrier is None and size <= _SHORT_BODY and (label := _paywall_label(clues)):
        candidates.append(claimed("paywalled", label, "element.class", method="markup", confidence=0.65, text="paywalled"))
    if size and not candidates:
        candidates.append(claimed("full", "", "body", method="no barrier", confidence=0.8, text="full"))
    return choose("access", candidates)


def _declared(clues: Clues) -> list[tuple[Access, str, str]]:
    """What JSON-LD and meta elements say of the price of reading."""
    found: list[tuple[Access, str, str]] = []
    if clues.data is not None:
        said = str(clues.data.data.get("isAccessibleForFree", "")).rsplit("/", 1)[-1].lower()
        if said in ("true", "false"):
            found.append(("full" if said == "true" else "paywalled", said, f"{clues.data.path}.isAccessibleForFree"))
    for name in ("article:content_tier", "article:access", "isaccessibleforfree", "access"):
        said = (clues.claim(name) or "").lower()
        paid, free = (_FREE, _PAID) if name == "isaccessibleforfree" else (_PAID, _FREE)
        if said in paid:
            found.append(("paywalled", said, f"meta[{name}]"))
        elif said in free:
            found.append(("full", said, f"meta[{name}]"))
    return found


def _near_end(clues: Clues) -> range:
    start = max(clues.last, 0)
    return range(start, min(len(clues.page.blocks), start + 1 + _AFTER))


def _barrier(clues: Clues) -> Span | None:
    """A line at the body's end that asks for a subscription."""
    text = clues.page.text
    for index in _near_end(clues):
        block = clues.page.blocks[index]
        if block.end - block.start <= _LONGEST:
            line = text[block.start : block.end].lower()
            if _STEMS.search(line) and _BARRIER.search(line):
                return Span(block.start, block.end)
    return None


def _continued(clues: Clues) -> Span | None:
    """A line at the body's end that leads to the rest."""
    for index in list(_near_end(clues))[:3]:
        block = clues.page.blocks[index]
        if block.end - block.start <= 80 and _CONTINUED.fullmatch(clues.line(index)):
            return Span(block.start, block.end)
    return None


def _paywall_label(clues: Clues) -> str | None:
    elements = clues.page.elements
    named = clues.landmarks.labelled(*_PAYWALL_WORDS)
    return next((elements[index].label for index in named if marks(elements[index].label) & PAYWALL), None)
