"""Corrections: what the publisher says it changed after publication."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..records import Evidence, Found, Paragraph, Span

if TYPE_CHECKING:
    from .clues import Clues

# How corrections begin, by language; a colon, dash or the paragraph's own words follow. Old practice of newspapers.
_OPENINGS = re.compile(
    r"[\W_]*(?:"
    # the label of a correction, followed by a separator
    r"(?:corrections?|correction appended|corrected|clarifications?|corrections? (?:and|&) clarifications?"
    r"|editor[’']?s?[’']? (?:note|correction)"
    r"|erratum|update and correction|"
    r"korrektur|berichtigung|richtigstellung|korrekturhinweis|anmerkung der redaktion|anm\. d\. red\.?|hinweis der redaktion|"
    r"rectificatif|correctif|précision|note de la rédaction|"
    r"corrección|fe de errores|fe de erratas|rectificación|aclaración|nota (?:del editor|de la redacción)|"
    r"correção|errata|errei|erramos|errata corrige|rettifica|correctie|rectificatie|rettelse|rättelse|korrigering|oikaisu|"
    r"sprostowanie|oprava|helyesbítés|düzeltme|исправление|уточнение|поправка|виправлення|уточнення|"
    r"تصحیح|اصلاحیه|تصحيح|تنويه|更正|更正启事|訂正|정정|정정보도|ralat|đính chính)"
    r"\s*(?:\([^)]{1,40}\)|\[[^\]]{1,40}\]|,?\s+[^:：\n]{0,30}\d[^:：\n]{0,8})?\s*[:：—–]"
    # or the sentence that tells of it
    r"|(?:an? )?(?:earlier|previous|original) versions? of (?:this|the) (?:article|story|post|piece|report|column|headline"
    r"|page|interview|photo caption)"
    r"|(?:this|the) (?:article|story|post|piece|report|column|headline|page) (?:was|has been|have been) (?:corrected|amended"
    r"|clarified|updated to (?:correct|clarify|fix|reflect))"
    r"|in einer (?:früheren|ersten|vorherigen) (?:version|fassung)|in (?:der|einer) ursprünglichen (?:version|fassung)"
    r"|une (?:première |précédente )?version (?:antérieure|précédente|initiale)? ?de (?:cet|ce|l['’]) ?(?:article|papier)"
    r"|(?:en )?una versión (?:anterior|previa) de (?:este|esta)|uma versão anterior d(?:este|esta)"
    r"|una versione precedente d(?:i questo|ell)|in een eerdere versie|en tidligere version|i en tidigare version"
    r")",
    re.IGNORECASE,
)
# Editors' notes say many things, and headings invite readers to report errors: a correction says that something was wrong or changed.
_CHANGE = re.compile(
    r"corr|updat|amend|clarif|error|mistak|version|previously|misstat|misspell|inaccura|wrong|removed|changed|original"
    r"|should (?:be|have)|"
    r"errat|fehler|ursprünglich|früher|ergänzt|geändert|aktualis|bericht|richtig|erreur|modifi|précis|rectif|versión|versão"
    r"|errei|erram|aclar|modific|"
    r"rett|rätt|oik|fout|eerder|opra|spro|hely|düz|исп|уточ|поправ|ошиб|вип|تص|اصلاح|تنو|更正|訂正|정정|ralat|đính|fe de",
    re.IGNORECASE,
)
_INVITATION = re.compile(r"\bif you\b|let us know|report (?:a|an) (?:correction|error)|contact us", re.IGNORECASE)
# How the first word of each begins: a look at it spares most lines the long pattern.
_FIRST = (
    "an earl", "a prev", "an orig", "anm", "acl", "this ", "the ", "corre", "clar", "edit", "errat", "update and", "earlier", "prev", "orig", "korr",
    "beri", "richt", "hinw", "in ", "rect", "préc", "note", "une ", "fe d", "errei", "erram", "rett", "rätt", "oik", "spro", "opra", "hely", "düz", "исп", "уточ", "поп", "вип", "تص", "اص", "تن",
    "更", "訂", "정", "ral", "đính", "en ", "una ", "uma ", "i ", "nota",
)  # fmt: skip
_HEAD, _LEADERS = 24, ' \t*•·–—-[(«"“_'
# Corrections are short; a longer paragraph that opens so is an article about one.
_LONGEST = 1_500
# Lines beyond the body's ends in which corrections are printed.
_NEAR = 8


def is_correction(text: str) -> bool:
    """Whether a paragraph opens as corrections do."""
    if len(text) > _LONGEST or not text[:_HEAD].lower().lstrip(_LEADERS).startswith(_FIRST):
        return False
    return _OPENINGS.match(text) is not None and _CHANGE.search(text) is not None and not _INVITATION.search(text)


def find_corrections(clues: Clues) -> Found[tuple[Paragraph, ...]]:
    """Paragraphs of the body or beside it that say what was corrected."""
    if clues.first < 0:
        return Found(())
    page = clues.page
    found: list[Paragraph] = []
    for index in range(max(0, clues.first - _NEAR), min(len(page.blocks), clues.last + 1 + _NEAR)):
        block, line = page.blocks[index], clues.lines[index]
        inside = clues.first <= index <= clues.last
        if (line.role == "body" or not inside) and line.role != "comment" and is_correction(text := clues.line(index)):
            found.append(Paragraph("paragraph", text, Span(block.start, block.end), 0.9 if line.role == "body" else 0.8))
    evidence = [
        Evidence(
            field="corrections", method="wording", raw=p.text, value=p.text, confidence=p.confidence, chosen=True, span=p.span
        )
        for p in found
    ]
    return Found(tuple(found), tuple(evidence))
