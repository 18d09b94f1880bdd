"""Notices that ask for the reader's consent to cookies: the house speaks in them, of itself and to the reader.

Reports on cookies name the site that sets them, cooks say what goes into a cake, and politicians have partners as well.
"""

from __future__ import annotations

import re

from .told import is_reported

# One of these is in every notice of this sort, in lower case.
TELLING = (
    *("cookie", "kakor", "informasjonskapsler", "çerez", "クッキー", "쿠키", "ملفات تعريف", "کوکی"),
    *("we and our", "wir und", "nous et nos", "nosotros y nuestros", "noi e i nostri", "nós e", "wij en onze", "we en onze"),
    *("vi och våra", "vi og våre", "vi og vores", "my i nasi"),
    *("einwilligung", "anzeigenmessung", "inhaltemessung", "content measurement", "personali", "your device"),
    *("votre consentement", "votre terminal", "votre appareil", "consentimiento"),
)
_COOKIES = r"(?:cookies?|kakor|informasjonskapsler)"
# The page itself uses cookies, in its own words.
_THIS_SITE = re.compile(
    r"\b(?:this|our) (?:web ?)?(?:site|page) (?:uses|stores|sets) (?:[\w-]+ ){0,3}cookies"
    r"|\b(?:diese|unsere|auf dieser|auf unserer) (?:web|internet)?(?:site|seite) (?:verwendet|nutzt|setzt|verwenden wir|werden) (?:\w+ ){0,2}cookies"
    r"|\b(?:ce|notre) site(?: web| internet)? utilise (?:des|les) cookies|\b(?:este (?:sitio|portal)|esta|nuestra|nuestro sitio)(?: página)?(?: web)? (?:utiliza|usa) cookies"
    r"|\b(?:questo|il nostro) sito(?: web)? (?:utilizza|usa) (?:i )?cookie|\b(?:este|o nosso|nosso) (?:web)?site (?:utiliza|usa) cookies"
    r"|\b(?:deze|onze) (?:web)?site (?:gebruikt|maakt gebruik van) cookies"
    rf"|\b(?:den här (?:webbplatsen|sidan)|denne (?:nettsiden|siden|hjemmeside|side)|vår(?:e nettsider| webbplats)) (?:använder|bruker|bruger|anvender) {_COOKIES}"
    r"|\b(?:ta|nasza|niniejsza) strona (?:używa|korzysta z|wykorzystuje) (?:plików )?cookie|^strona korzysta z plików cookie"
    r"|\b(?:этот|наш|этом|нашем) сайте? использу\w+ (?:файлы )?cookie|\b(?:цей|наш|цьому|нашому) сайті? використову\w+ (?:файли )?cookie"
    r"|\bbu (?:site|sitede|web sitesi\w*) (?:\w+ ){0,4}çerez(?:ler)?i? kullan(?:ır|ıyoruz|maktayız|maktadır|ılmaktadır)(?=\W*$|[.!])"
    r"|(?:当|この)(?:web)?サイトで?は[^。」]{0,20}(?:クッキー|cookie)を(?:使用|利用)して(?:い|お)|本(?:网站|站)使用 ?cookie|이 (?:웹)?사이트는 쿠키를 사용"
    r"|يستخدم (?:هذا )?الموقع (?:هذا )?ملفات تعريف الارتباط|^این (?:وب.?)?سایت از کوکی",
    re.I,
)
# Who else sets them, or to what end: a baker who says "we use cookies" has neither.
_WE_USE = re.compile(
    r"\bwe (?:also |and our partners )?use (?:(?:essential|necessary|optional|technical|functional|our own|and|third-party|some|tracking) ){0,4}cookies"
    r"|\b(?:setzen|verwenden|nutzen) wir (?:[\w,]+ ){0,4}cookies|\bwir (?:setzen|verwenden|nutzen) (?:[\w,]+ ){0,4}cookies"
    r"|\bnous utilisons (?:des|les) cookies|\b(?:utilizamos|usamos) cookies|\butilizziamo (?:i )?cookie|\bw(?:ij|e) gebruiken cookies"
    rf"|\bvi (?:använder|bruker|bruger|anvender) {_COOKIES}|\b(?:używamy|stosujemy) plik\w+ cookie|\bмы используем (?:файлы )?cookie|\bми використовуємо (?:файли )?cookie"
    r"|çerez(?:ler)?i? kullan(?:ıyoruz|maktayız)|我们使用 ?cookie|(?:^|[.!،؟] ?)(?:نحن )?نستخدم ملفات تعريف الارتباط",
    re.I,
)
_OF_A_SITE = re.compile(
    r"site\b|\bweb|\bpages?\b|seite|\bsid[ae]n?\b|nettsted|página|\bpagina|\bsito\b|strona|сайт|сервис|browser|experience|erlebnis|expérience|experiencia|experiência|esperienza"
    r"|third[- ]part|terceros|terceiros|\bdritt|technolog|technik|tecnolog|datenschutz|privacy|polic|analys|ähnliches ein\b|anzeig|adverti|partner|サイト|\bsitede|网站|体验",
    re.I,
)
# By reading on, the reader agrees.
_READING_ON = re.compile(
    r"\bby (?:continuing|using|browsing|clicking)\b.{0,80}\byou (?:agree|consent|accept)\b|\ben (?:poursuivant|continuant)\b.{0,60}\bvous (?:acceptez|consentez)"
    r"|\bwenn sie (?:weitersurfen|fortfahren|diese (?:web)?seite)\b.{0,60}\b(?:stimmen|akzeptieren|erklären) sie\b|\b(?:al|si) continua[rs]? (?:navegando|usando)\b.{0,60}\b(?:acepta|consiente)"
    r"|\bao continuar\b.{0,60}\b(?:concorda|aceita|você)|\bcontinuando\b.{0,60}\b(?:accetti|accetta|acconsent)"
    r"|\bпродолжая (?:использовать|пользоваться|просм\w+|работу)\b.{0,60}\bвы\b|\bпродовжуючи (?:користуватися|перегляд\w*|використ\w+)\b.{0,60}\bви\b",
    re.I,
)
_A_COOKIE = re.compile(r"cookie|kakor|informasjonskapsler|çerez|クッキー|кук", re.I)
# The house and those who pay it, what they take from the reader, and what for.
_PARTNERS = re.compile(
    r"\bwe and our (?:\d+ )?(?:\w+ )?partners|\bwir und (?:unsere )?(?:bis zu )?(?:\d+ )?(?:\w+ )?partner\b|\bnous et nos (?:\d+ )?partenaires|\bnosotros y nuestros (?:\d+ )?socios"
    r"|\bnoi e i nostri (?:\d+ )?partner|\bnós e (?:os )?nossos (?:\d+ )?parceiros|\bw(?:ij|e) en onze (?:\d+ )?partners|\bvi och våra (?:\d+ )?partner"
    r"|\bvi og (?:våre|vores) (?:\d+ )?partner|\bmy i nasi (?:zaufani )?partnerzy",
    re.I,
)
_DATA = re.compile(
    r"cookie|kakor|informasjonskapsler|traceur|identifi|\b(?:data|daten|dati|datos|dados|données|dane|danych|information\w*|uppgifter|opplysninger|gegevens)\b",
    re.I,
)
_ASKED_FOR = re.compile(
    r"cookie|kakor|informasjonskapsler|traceur|\bdevice|\bgerät|\bterminal|\bappareil|dispositiv|urządzeni|\benhet|browser|\bconsent|einwillig|consenti"
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
_LEAST_DEEDS = 3
# Words that the trade alone has, by which fewer deeds will do.
_OF_THE_TRADE = re.compile(
    r"messung\b|measurement\b|verarbeitungszweck|widerrufliche|\bdu kannst deine einwilligung|\bsie können ihre einwilligung|informationen auf (?:einem|ihrem|deinem) gerät (?:zu )?speichern"
    r"|store and/?(?:or)? access|stocker et/?(?:ou)? accéder|almacenar (?:y/o|o) acceder",
    re.I,
)
_LEAST_OF_THE_TRADE = 2
_TO_READER = re.compile(
    r"\b(?:your|votre|vos|tu|usted)\b|(?<!^)\b(?:Sie|Ihre[rnms]?|Ihnen)\b|\b(?:[Dd]u|[Dd]eine?[rnms]?|[Dd]ir)\b|messung\b|measurement\b|\bverarbeitungszwecke?\b"
)
# What is quoted at length, or spoken of as a sentence, is of the article, and bakers use cookies too.
_CITED = re.compile(
    r"“[^”]{30,400}”|„[^“]{30,400}“|«[^»]{30,400}»|\"[^\"]{30,400}\"|\b(?:sentence|phrase|satz|frase|zin)\b"
    r"|\b(?:recip|rezept|recette|receta|receita|ricett|recept|oppskrift|opskrift|przepis|рецепт|torte\b|gâteau|cake|taart|tarta\b|sobremesa)",
    re.I,
)
_OPENS_QUOTE = "“”\"„«‘'「『"
_ENDS_SENTENCE = ("", ".", "!", "。")


def asks_for_consent(text: str) -> bool:
    """Whether a line asks the reader to consent to cookies, or to what is done with data."""
    if _CITED.search(text) is not None or is_reported(text.lower()):
        return False
    if _said(_THIS_SITE, text) is not None or (_A_COOKIE.search(text) is not None and _READING_ON.search(text) is not None):
        return True
    if (use := _said(_WE_USE, text)) is not None:
        return text[use.end() : use.end() + 1] in _ENDS_SENTENCE or _OF_A_SITE.search(text) is not None
    if _said(_PARTNERS, text) is not None and _DATA.search(text) is not None and _ASKED_FOR.search(text) is not None:
        return True
    deeds = len({found.lastindex for found in _DEEDS.finditer(text)})
    least = _LEAST_OF_THE_TRADE if _OF_THE_TRADE.search(text) is not None else _LEAST_DEEDS
    return deeds >= least and _TO_READER.search(text) is not None


def _said(words: re.Pattern[str], text: str) -> re.Match[str] | None:
    """Where a text says so, not in quotation marks."""
    found = words.search(text)
    return found if found and not text[: found.start()].rstrip().endswith(tuple(_OPENS_QUOTE)) else None
