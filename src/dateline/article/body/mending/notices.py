"""Notices that a site shows with every page: consent to cookies, and what may be done with its texts.

They are prose, so a model that knows no words takes them for paragraphs where the markup does not tell. A notice speaks of the reader
and of the house; reports on cookies and copyright do not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .kept import text_of

if TYPE_CHECKING:
    from ....records import Page

# Code points of a notice.
_LONGEST = 1_200
# One of these is in every notice, in lower case: most pages have none of them.
_TELLING = (
    *(
        "cookie",
        "kakor",
        "informasjonskapsler",
        "çerez",
        "クッキー",
        "ملفات تعريف",
        "we and our",
        "wir und",
        "nous et nos",
        "nosotros y nuestros",
    ),
    *("noi e i nostri", "nós e", "wij en onze", "we en onze", "vi och våra", "vi og våre", "vi og vores", "my i nasi"),
    *(
        "einwilligung",
        "anzeigenmessung",
        "inhaltemessung",
        "content measurement",
        "personali",
        "your device",
        "votre consentement",
    ),
    *("votre terminal", "votre appareil", "consentimiento"),
    *(
        "rights reserved",
        "may not be ",
        "reproduction in whole",
        "rechte vorbehalten",
        "droits réservés",
        "reproduction interdite",
    ),
    *(
        "reproduction totale",
        "derechos reservados",
        "reproducción",
        "direitos reservados",
        "reprodução",
        "riservat",
        "prawa zastrzeżone",
    ),
    *(
        "saklıdır",
        "защищены",
        "захищен",
        "материал",
        "матеріал",
        "无断转载",
        "無断転載",
        "禁無断",
        "版权所有",
        "未经授权",
        "전재",
        "حقوق",
    ),
)
# How a house asks for consent, and what it asks it for: a politician has partners as well.
_ASKS = re.compile(
    r"\bwe (?:also |and our partners )?use cookies|\bwe and our (?:\d+ )?(?:\w+ )?partners|\b(?:this|our) (?:web)?site uses cookies"
    r"|\bwir und (?:unsere )?(?:bis zu )?(?:\d+ )?(?:\w+ )?partner\b|\b(?:setzen|verwenden|nutzen) wir (?:[\w,]+ ){0,4}cookies|\bwir (?:setzen|verwenden|nutzen) (?:[\w,]+ ){0,4}cookies"
    r"|\bnous et nos (?:\d+ )?partenaires|\bnous utilisons (?:des|les) cookies|\b(?:utilizamos|usamos) cookies|\bnosotros y nuestros (?:\d+ )?socios"
    r"|\butilizziamo (?:i )?cookie|\bnoi e i nostri (?:\d+ )?partner|\bnós e (?:os )?nossos (?:\d+ )?parceiros"
    r"|\bw(?:ij|e) (?:gebruiken cookies|en onze (?:\d+ )?partners)|\bvi (?:använder|bruker|bruger|anvender) (?:cookies|kakor|informasjonskapsler)"
    r"|\bvi och våra (?:\d+ )?partner|\bvi og (?:våre|vores) (?:\d+ )?partner|\bmy i nasi (?:zaufani )?partnerzy|\b(?:używamy|stosujemy) plik\w+ cookie"
    r"|(?:мы|сайт) использу\w+ (?:файлы )?cookie|(?:ми|сайт) використову\w+ (?:файли )?cookie|çerez(?:ler)?i? kullan(?:ıyoruz|maktayız|ılmaktadır)"
    r"|(?:クッキー|cookie)を使用して(?:い|お)|我们使用 ?cookie|نستخدم ملفات تعريف الارتباط",
    re.I,
)
_ASKED_FOR = re.compile(
    r"cookie|kakor|informasjonskapsler|çerez|クッキー|ملفات تعريف|traceur|\bdevice|\bgerät|\bterminal|\bappareil|dispositiv|urządzeni|\benhet|browser|\bconsent|einwillig|consenti"
    r"|personal data|personenbezogen|données personnelles|datos personales|dati personali|dados pessoais|persoonsgegevens|dan(?:e|ych) osobow|personuppgifter|personopplysninger"
    r"|\bads\b|advertis|\banzeigen\b|\bwerbung|publicité|publicidad|pubblicità|publicidade|advertenties|annons|reklam",
    re.I,
)
# What it says of what they do; reports say so too, but not to the reader, and not by the names that the trade has for it.
_DOES = (
    r"\b(?:auf|von) (?:einem|ihrem|deinem) gerät",
    r"\bcookies?\b",
    r"\bpersonalisierte \w+",
    r"\b(?:anzeigen|inhalte)messung\b",
    r"\bverarbeitungszwecke?\b",
    r"\bwiderrufliche einwilligung",
    r"\bverarbeitung von personenbezogenen daten\b",
    r"\b(?:du kannst deine|sie können ihre) einwilligung\b",
    r"\bzielgruppen\b",
    r"\b(?:ad|advertising) and content measurement\b",
    r"\binformation on (?:a|your) device\b",
    r"\bpersonali[sz]ed (?:ads|advertising|content)\b",
    r"\bwithdraw your consent\b",
    r"\bretirer votre consentement\b",
    r"\binformations sur (?:un|votre) (?:terminal|appareil)\b",
    r"\bretirar (?:su|tu) consentimiento\b",
)
_DEEDS = re.compile("|".join(f"({deed})" for deed in _DOES), re.I)
_LEAST_DEEDS = 2
_TO_READER = re.compile(
    r"\b(?:you|your|we|our|vous|votre|vos|nous|tu|su|usted)\b|(?<!^)\b(?:Sie|Ihre[rnms]?|Ihnen)\b|\b(?:[Dd]u|[Dd]eine?[rnms]?|[Dd]ir|[Ww]ir)\b|messung\b|measurement\b|\bverarbeitungszwecke?\b"
)
# Of a notice of what a text may be used for: what it says, and that it ends there or says of what.
_RESERVES = re.compile(
    r"(?:\ball rights reserved|\balle rechte vorbehalten|\btous droits réservés|\btodos los derechos reservados|\btodos os direitos reservados|\btutti i diritti (?:sono )?riservati"
    r"|\briproduzione riservata|\bwszelkie prawa zastrzeżone|\bhakları saklıdır|все права защищены|(?:всі|усі) права захищен[оі])(?=\s*(?:[.,;!)|©]|$))"
    r"|\bno part of (?:this|it)\b.{0,60}\bmay be\b|\b(?:this|the) (?:material|article|text|content|page|site|website|publication|work)s?\b.{0,60}\bmay not be (?:re)?(?:published|produced|copied|broadcast|used)\b"
    r"|\breproduction in whole or in part\b|\breproduction (?:interdite|totale ou partielle)\b|\bprohibida (?:su |la )?reproducción(?: total| parcial| de (?:este|los contenidos)|\W*$)"
    r"|\bproibida a reprodução(?: total| parcial| d[eo] (?:este|conteúdo)|\W*$)"
    r"|無断(?:転載|複製)[^。]{0,12}(?:禁|お断り)|禁無断|版权所有|未经授权[^。]{0,12}(?:转载|复制|摘编|使用)|无断转载|转载请(?:注明|保留)(?:出处|来源)|무단 ?전재"
    r"|(?:использовани[еюи]|перепечатк[аеу]|цитировани[еюи]) (?:любых )?материалов\b.{0,120}(?:ссылк|разрешени|запрещ|допускается)"
    r"|(?:використанн[яі]|передрук[уа]?|цитуванн[яі]) (?:будь-яких )?матеріалів\b.{0,120}(?:посиланн|дозвол|заборон)"
    r"|(?:все|всі|усі) (?:материалы|матеріали),? .{0,30}(?:размещ|розміщ)\w+ (?:на (?:этом |нашем |цьому |нашому )?(?:сайт|портал|ресурс)|тут|здесь)"
    r"|(?:материалы|матеріали),? (?:с|под|з|із|під) (?:плашк|пометк|позначк|рубрик|заголовк)\w+.{0,120}(?:реклам|партн)"
    r"|جميع الحقوق محفوظة|(?:کلیه|تمامی) حقوق.{0,40}محفوظ",
    re.I,
)
# What a notice may begin with, and how a sentence ends: a last paragraph may end with a mark of whose it is.
_MARK, _STOP = re.compile(r"\W*(?:©|\(c\)|copyright\b)", re.I), re.compile(r"[.!?…。]\s")
# What is quoted or reported is of the article.
_TOLD = re.compile(
    r"“[^”]{30,}”|„[^“]{30,}“|«[^»]{30,}»|\"[^\"]{30,}\"|\b(?:said|says|told|sagte|sagt|heißt es|dijo|disse|diz|dit|according to|laut|selon|según)\b",
    re.I,
)


def notices(page: Page, kept: list[int]) -> list[int]:
    """The blocks that are notices; none where all are, since then the page is one."""
    if not kept or not _may_notify(page.text[page.blocks[kept[0]].start : page.blocks[kept[-1]].end]):
        return []
    found = [i for i in kept if is_notice(text_of(page, i))]
    return found if len(found) < len(kept) else []


def is_notice(text: str) -> bool:
    """Whether a line asks for consent to cookies, or says what the texts of a site may be used for."""
    if len(text) > _LONGEST or not _may_notify(text):
        return False
    reserved = _RESERVES.search(text)
    if reserved is not None and (_MARK.match(text) or not _STOP.search(text, 0, reserved.start())):
        return True
    if _TOLD.search(text) is not None:
        return False
    if _ASKS.search(text) is not None and _ASKED_FOR.search(text) is not None:
        return True
    return len({found.lastindex for found in _DEEDS.finditer(text)}) >= _LEAST_DEEDS and _TO_READER.search(text) is not None


def _may_notify(text: str) -> bool:
    lower = text.lower()
    return any(word in lower for word in _TELLING)
