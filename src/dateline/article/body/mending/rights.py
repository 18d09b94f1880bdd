"""Notices of what the texts of a site may be used for: whose they are, and on what terms they may be printed elsewhere.

Courts, galleries and building sites use and forbid material too: a notice speaks of this site, or ends where it has said it.
"""

from __future__ import annotations

import re

# One of these is in every notice of this sort, in lower case.
TELLING = (
    *("rights reserved", "may not be ", "no part of", "reproduction in whole", "rechte vorbehalten", "droits réservés"),
    *(
        "reproduction ",
        "derechos reservados",
        "todos los derechos",
        "reproducción",
        "direitos reservados",
        "reprodução",
        "riservat",
    ),
    *("prawa zastrzeżone", "rechten voorbehouden", "forbehold", "förbehåll", "saklıdır", "saklidir", "защищены", "захищен"),
    *("материал", "матеріал", "转载", "転載", "複製", "版权", "未经授权", "전재", "حقوق"),
)
# Whose they are: where a line begins, or behind a mark of it, and nothing follows.
_RESERVED = (
    r"(?:^\W*|[©|]\s*|\s[–—-]\s|^\W*(?:©|\(c\)|copyright)[^!?]{0,80}?)"
    r"(?:\ball rights reserved|\balle rechte vorbehalten|\btous droits (?:de reproduction )?réservés|\b(?:reservados )?todos los derechos(?: reservados)?|\btodos os direitos reservados"
    r"|\btutti i diritti (?:sono )?riservati|\briproduzione riservata|\bwszelkie prawa zastrzeżone|\balle rechten voorbehouden|\balle rettigheter forbeholdt|\balle rettigheder forbeholdes"
    r"|\balla rättigheter förbehållna|\b(?:tüm|her) haklar[ıi] sakl[ıi]d[ıi]r|все права защищены|(?:всі|усі) права захищен[оі])(?=\s*(?:[.;!)|©]|$))"
    r"|(?:^\W*|©.{0,40})جميع الحقوق محفوظة(?!،)|(?:کلیه|تمامی) حقوق (?:(?:مادی|معنوی|این|سایت|وب|برای)[^.]{0,60}(?:محفوظ|متعلق)|متعلق|محفوظ)|版权所有(?![者人方权问])|版权归.{1,12}所有[^。]{0,4}未经"
)
# On what terms they may be printed elsewhere.
_TERMS = (
    r"\bno part of (?:this (?:site|website|publication|book|article|text|work|material|content|page)|it)\b.{0,60}\bmay be (?:(?:re)?(?:produced|copied|published|stored|transmitted)|used (?:without|in any form|or))",
    (
        r"\bthis (?:material|article|text|content|page|site|website|publication|work)s?\b.{0,60}\bmay not be (?:re)?(?:published|produced|copied|broadcast|distributed)"
        r"(?:,| or\b| and\b|\W*$|.{0,30}\bwithout (?:the )?(?:prior|written|express|our|permission))"
    ),
    r"\breproduction in whole or in part\b(?! of (?!this|the (?:text|content|article|material))).{0,60}\b(?:without|prohibited|forbidden)",
    r"(?<!la )(?<!une )\breproduction (?:même partielle )?interdite(?=\s*(?:[.!;)]|$|sauf|sans))|\breproduction totale ou partielle\b.{0,60}\binterdite",
    r"\bprohibida (?:su |la )?reproducción(?: total (?:o|y/o|ni) parcial(?=\W*$|\W*[.,;]| sin| por| de (?:est[eao]s?|los (?:contenidos|textos|artículos)|l[ao] (?:obra|publicado)|cualquier))| de (?:este|los contenidos)|\W*$)",
    r"\bproibida a reprodução(?: total (?:ou|e/ou) parcial(?=\W*$|\W*[.,;]| sem| por| d(?:est[eao]s?|os? (?:conteúdos?|textos?|artigos?)|e qualquer))| d[eo] (?:este|conteúdo)|\W*$)",
    r"無断(?:転載|複製)[^。]{0,12}(?:禁じます|禁止します|禁止|お断り\w{0,4})(?=[。\s]|$)|禁無断",
    r"未经(?:授权|许可|允许)[^。]{0,8}(?:不得|禁止|严禁|请勿)[^。]{0,8}(?:转载|复制|摘编|使用)(?!的)|(?:禁止|严禁|谢绝)无断转载(?!的)|转载请(?:注明|保留)(?:出处|来源)(?![，,]这)",
    r"무단 ?전재.{0,24}금지(?=[>\])\s.,]|$)(?! ?문구)",
    r"(?:использовани[еюи]|перепечатк[аеу]|цитировани[еюи]) (?:любых )?материалов\b.{0,120}(?:(?<!без )ссылк|без ссылк.{0,60}(?:запрещ|не допуска))|^копирование материалов(?: сайта)? запрещено",
    r"(?:использовани[еюи]|перепечатк[аеу]) (?:любых )?материалов (?:сайта|портала|издания|агентства|редакции|ресурса)\b.{0,120}(?:разрешени|запрещ|допускается)",
    r"(?:використанн[яі]|передрук[уа]?|цитуванн[яі]) (?:будь-яких )?матеріалів\b.{0,120}(?:(?<!без )посиланн|без посиланн.{0,60}(?:заборон|не допуска))",
    r"(?:використанн[яі]|передрук[уа]?) (?:будь-яких )?матеріалів (?:сайту|порталу|видання|агент\w+|редакції|ресурсу)\b.{0,120}(?:дозвол|заборон)",
    (
        r"(?:все|всі|усі) (?:материалы|матеріали),? .{0,30}(?:размещ|розміщ)\w+ (?:на (?:этом |нашем |цьому |нашому )?(?:сайт|портал|ресурс)\w*|тут|здесь)\b"
        r".{0,160}(?:не підляга|не подлеж|належ|принадлеж|передрук|перепечат|реклам)"
    ),
    r"(?:материалы|матеріали),? (?:с|под|з|із|під) (?:плашк|пометк|позначк|рубрик|заголовк)\w+.{0,120}(?:на правах|є рекламними|являются рекламными)",
)
_NOTICE = re.compile("|".join((_RESERVED, *_TERMS)), re.I)
# What a notice may begin with, and how a sentence ends: a last paragraph may end with a mark of whose it is.
_MARK, _STOP = re.compile(r"\W*(?:©|\(c\)|copyright\b)", re.I), re.compile(r"[.!?…。]\s")


def reserves_rights(text: str) -> bool:
    """Whether a line says, in its first sentence or behind a mark of copyright, whose texts these are or what they may be used for."""
    found = _NOTICE.search(text)
    return found is not None and (_MARK.match(text) is not None or not _STOP.search(text, 0, found.start()))
