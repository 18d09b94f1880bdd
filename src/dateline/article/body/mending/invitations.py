"""Invitations within an article: to subscribe, to follow, to write in, to buy through links that the house earns by.

Ministries, clubs and firms have newsletters and channels too, and articles tell how to sign up for them. An invitation speaks for the house
("our", "this channel") or says how it comes ("every morning in your inbox"), and nobody is quoted in it.
"""

from __future__ import annotations

import re

from .kept import phrases

# Anywhere in a line.
_PROMPTS = re.compile(
    r"\byou (?:can|may) (?:also )?unsubscribe (?:at any time|whenever)|(?:^|[.!?] )unsubscribe at any time|\bmeiner anmeldung zum newsletter|\bnewsletter (?:informiert|versorgt) (?:sie|dich|euch)\b|continues below advertisement"
    r"|\bscan the qr code above\b.{0,60}\bjoin\b|\bsee who is signed up and no one can send messages\b|\byou have to do is click here if you['’]re on mobile\b|\banmeldung erhalten sie eine aktivierungs-e-mail"
    r"|\bwe may (?:also )?earn (?:an? )?(?:small |affiliate )*commissions?\b"
)
_PROMPTED = phrases(
    "unsubscribe|qr code above|is signed up|on mobile|anmeldung erhalten|anmeldung zum newsletter|newsletter informiert|newsletter versorgt|below advertisement|may earn|may also earn"
)
# How a sentence begins that invites, and how one does that may tell as well ("Sigue" is "he goes on") or give advice.
_STARTS = """sign up for|sign up to|sign up now|sign up here|subscribe to|subscribe now|subscribe for|subscribe today|get our|join our|try our|abonniere|abonnieren sie|jetzt abonnieren
    |jetzt newsletter|abonnez-vous|inscrivez-vous|suivez-nous|rejoignez-nous|suscríbete|suscríbase|suscribite|síguenos|iscriviti|iscrivetevi|abbonati|seguici|inscreva-se|assine|siga nosso
    |siga o nosso|clique aqui|schrijf je|meld je aan|abonneer|prenumerera|anmäl dig|abonner på|abonnér på|meld deg på|tilmeld dig|zapisz się|zasubskrybuj|subskrybuj|přihlaste se
    |подпишись|подпишитесь|подписывайтесь|подписывайся|підписуйтесь|підписуйтеся|підпишіться|підпишись"""
_ORDERS = """melden sie sich|melde dich|folgen sie|folgt|folge|suivez|rejoignez|recevez|sigue|siga|únete|recibe|segui|ricevi|receba|volg|följ|følg|obserwuj|śledź|dołącz|odebírejte|sledujte
    |читайте нас|следите|присоединяйтесь|стежте|приєднуйтесь|долучайтесь"""
# What is offered: a letter, or an account elsewhere.
_LETTERS = re.compile(
    r"newsletter|briefing|рассылк|розсилк|nyhetsbrev|nyhedsbrev|nieuwsbrief|infolettre|bolet[ií]n|boletim|zpravodaj|\bour (?:alerts|updates|e-?mails?)\b"
)
PLATFORMS = r"google (?:news|actualités|notizie|nieuws)|google новост|instagram|facebook|twitter|tiktok|youtube|linkedin|\bx\b|whatsapp|telegram|discord|viber|вайбер|телеграм"
_PLATFORM = re.compile(PLATFORMS)
# In many languages a canal is one too, which orders may tell to follow.
_CHANNELS = re.compile(rf"channel|kanal|\bcanal\w*|chaîne|kanaal|kanał|канал|podcast|{PLATFORMS}")
# Whose it is: the house says "our" and "us", and "du" to the reader.
_OWN = re.compile(
    r"\b(?:our|this (?:channel|newsletter|podcast)|unser\w*|uns|notre(?!-dame)|nuestr\w+|noss[oa]s?|nostr\w+|onze|ons|vår\w?|vårt|våra|vores|vort|oss|nasz\w*|naše\w*|náš|наш\w*|нас|нами)\b"
    r"|^(?:suivez|rejoignez)[- ]no|^siga-nos|^síguenos|^seguici|^(?:obserwuj|śledź|sledujte) n[aá]s\b|^abonniere\b.{0,40}kanal"
)
# Public bodies have letters too, and articles tell how to sign up for those.
_PUBLIC = re.compile(
    r"\b(?:council|county|city|town|government|regulator|ministry|police|authority|agency|nhs|amtes|behörde|stadt|gemeinde|ministeriums?|polizei|mairie|commune|ministère"
    r"|sécurité sociale|préfecture|ayuntamiento|ministerio|seguridad social|policía|prefeitura|ministério|governo|defesa civil|inss|polícia|comune|ministero|regione|gemeente"
    r"|ministerie|kommun\w*|myndighet\w*|skatteverket\w*|nav|urzędu|ministerstw\w*|obce|města|налогов\w+|мэрии|министерств\w+|полиции|міськрад\w*|податков\w+|міністерств\w+|поліції)\b"
)
# Letters that nobody ordered, which articles warn of.
_UNWANTED = re.compile(
    r"phish|spam|scam|fraud|\bthie(?:f|ves)\b|\bfake|invoice|nobody|never (?:asked|ordered)|do not click|did not|betrüg|betrug|nie bestellt|klicken sie nicht"
    r"|estafa|golpe|truff|arnaqu|no pediste|non hai chiesto|não pediu|nooit bestelde|aldrig bad|aldrig har bedt|nikt nie|мошенн|шахра"
)
# Where a letter comes; how often, or that the reader is to ask for it.
_INBOXES = (
    *("inbox", "postfach", "mail", "boîte", "correo", "bandeja", "buzón", "casella", "posta", "caixa"),
    *("inkorg", "mejl", "innboks", "indbakke", "skrzynk", "почту", "пошту"),
)
_INBOX = re.compile(
    r"\b(?:Ihre?[mn]?|[Dd]eine?[mn]?|private[mns]?|[Ii]ns|je|uw) (?:Postfach|[Ii]nbox|mailbox)|\b(?:in|to|into) your inbox|\b[Dd]ans votre boîte|\b(?:en tu|en su) (?:correo|bandeja|buzón)"
    r"|\bnella tua (?:casella|posta)|\bna sua caixa|\b(?:till|i) din (?:inkorg|mejl|innboks|indbakke)|\bna twoj\w+ (?:skrzynk|mail)|на вашу (?:почту|пошту)"
)
_COMES = re.compile(
    r"\b(?:our|unser\w*|notre|nuestr\w+|nosso|nossa|nostr\w+|onze|vår\w*|vores|наш\w*|jede[nrs]?|täglich\w*|wöchentlich\w*|direkt|chaque|tous les|cada|todos los|todos os|toda|ogni|elke|dagelijks"
    r"|varje|hver|każdy|codziennie|ежедневно|щодня|every|each|daily|weekly|straight|direct(?:ly)?|delivered|sent"
    r"|erhalten sie|erhalte|recib\w+|suscr\w+|recevez|abonnez\w*|receba|inscreva\w*|assine|ricevi|iscriviti|ontvang|получайте|отримуйте)\b"
)
_ASKED_TO = re.compile(r"^(?:get|receive|want)\b[^.:!]{0,120}\byour inbox|^recevez\b|\bsign up\b|\bsubscribe\b")
_COMMISSION = re.compile(
    r"\b(?:may|might|could) (?:receive|earn|get) (?:us )?(?:a |an )?(?:small |affiliate )*(?:cut|commission|percentage|share of)\b|\berhalten wir (?:\w+ ){0,4}provision\b"
    r"|\b(?:percevoir|toucher|percevons|touchons) une (?:petite )?commission\b|\b(?:recibir|obtener|recibimos|ganar) una (?:pequeña )?comisión\b|\bricev\w+ una (?:piccola )?commissione\b"
    r"|\b(?:receber|ganhar) uma (?:pequena )?comissão\b"
)
# It is the house's own links that earn it.
_BOUGHT = re.compile(
    r"\b(?:our|my|these|through|via) links?\b|\b(?:our|we)\b.{0,60}\baffiliate|affiliate-links?\b|\bthe links? (?:above|below|in|on)\b|\blinks? (?:on|in) (?:this|our)\b"
    r"|\bfrom this (?:post|page|article|site)\b|\byou\b.{0,60}\bon (?:this|our) site\b|\b(?:unsere|diese|einen der) links\b|\b(?:nos|ces) liens\b|\b(?:nuestros|estos) enlaces\b|\b(?:nostri|questi) link\b"
    r"|\b(?:nossos|estes|destes) links\b"
)
# The house, or the reader who buys: brokers get commissions as well.
_BUYS = re.compile(
    r"\b(?:we|our|us|my|i|you|your|this (?:post|page|article|site)|wir|nous|nos|nuestr\w+|recibimos|nostr\w+|noss[oa]s?)\b|\b(?:buy|purchas|shop|compr|achet|achèt|acquist)"
)
_EARNED = phrases("affili|afili|associate|commission|provision|comisi|comissão|percentage|small cut|a cut|share of")
_DISCLOSED = re.compile(
    r"\bthis (?:article|post|page|story|piece) (?:may )?(?:contains?|includes?) affiliate links|\bas an amazon (?:services llc )?associate\b.{0,60}\bearns?\b"
    r"|\bdieser (?:artikel|beitrag|text) enthält (?:sogenannte )?affiliate-links|\b(?:cet article|cette page) (?:contient|peut contenir) des liens (?:d['’]affiliation|affiliés)"
    r"|\beste (?:artículo|contenido) (?:contiene|incluye|puede contener) enlaces de afilia(?:dos|ción)|\bquesto articolo contiene link (?:di affiliazione|affiliati)"
    r"|\beste (?:artigo|conteúdo) (?:contém|pode conter) links de afilia(?:dos|ção)"
)
_ASKING = phrases(
    "do you have a story|do you have a tip|got a story|got a tip|interested in sharing your|interested in sharing a|got a news tip|have a news tip"
)
_TO_US = re.compile(r"e-?mail|@|contact|get in touch|tell us|write to|let us know|with us")
_AGREEMENT = re.compile(
    r"\bby (?:providing|submitting|entering|signing up|clicking|subscribing|registering)\b.{0,120}\b(?:you|i) (?:have read and )?(?:agree|consent|accept|acknowledge)\b"
    r".{0,80}\b(?:our|terms|privacy)\b"
)
# The same in languages where the order stands last, or that have their words for it.
_ELSEWHERE = re.compile(
    r".{0,20}\b(?:kanalımıza|bültenimize)\b.{0,20}\b(?:abone|kaydol|katıl)|bizi .{0,30}takip edin|(?:订阅|关注)我们的.{0,12}(?:电子报|通讯|公众号|频道)|メールマガジンの登録|.{0,20}で友だち追加$|뉴스레터 구독하기$|.{0,20}채널을 추가하고"
    r"|اشترك في (?:نشرتنا|قناتنا)|تابعونا على|در کانال .{0,20} ?ما عضو|εγγραφείτε .{0,20}newsletter μας|ακολουθήστε μας|हमारे (?:व्हाट्सऐप|टेलीग्राम|न्यूज़लेटर|यूट्यूब).{0,30}(?:जुड़ें|सदस्यता लें|सब्सक्राइब)"
    r"|(?:нашли ошибку|якщо ви знайшли помилку|знайшли помилку|если вы нашли ошибку).{0,60}ctrl"
)
# A sentence of either sort: where it begins, and all of it.
_STARTING = re.compile(
    rf"(?:^|[.!?:…–—|]\s+[^\w¿]*)(?P<sentence>(?:(?P<inviting>{'|'.join(phrases(_STARTS))})|(?P<ordering>{'|'.join(phrases(_ORDERS))}))(?!\w)(?:[^.!?:…–—|]|\S(?=\S))*)"
)
# Code points of a line that invites by its first words; words of an order before it says whose it is.
_LONGEST, _NEAR = 250, 5


def invites(text: str, line: str) -> bool:
    """Whether a line invites the reader, or says how the house earns by what the reader buys; `line` is its text in lower case."""
    if any(word in line for word in _EARNED) and (
        _DISCLOSED.search(line) is not None or (len(line) <= _LONGEST and _earns(line))
    ):
        return True
    if (any(word in line for word in _PROMPTED) and _PROMPTS.search(line) is not None) or (
        "by " in line and _AGREEMENT.search(line) is not None
    ):
        return True
    if (
        any(word in line for word in _INBOXES)
        and _INBOX.search(text) is not None
        and _is_letter(line)
        and _UNWANTED.search(line) is None
    ):
        return True
    return len(line) <= _LONGEST and (
        _subscribes(line) or _ELSEWHERE.match(line) is not None or (line.startswith(_ASKING) and _TO_US.search(line) is not None)
    )


def _is_letter(line: str) -> bool:
    return _ASKED_TO.search(line) is not None or (_LETTERS.search(line) is not None and _COMES.search(line) is not None)


def _subscribes(line: str) -> bool:
    """Whether a sentence of it invites to subscribe or follow: the first by what it offers, the others by what they call their own."""
    for found in _STARTING.finditer(line):
        sentence = found["sentence"]
        letter = _LETTERS.search(sentence) is not None
        if letter and found["inviting"] and found.start() == 0 and _PUBLIC.search(sentence) is None:
            return True
        own = _OWN.search(sentence)
        far = own is not None and found["ordering"] and len(sentence[len(found["ordering"]) : own.start()].split()) > _NEAR
        if (
            own is not None
            and not far
            and (letter or (_CHANNELS if found["inviting"] else _PLATFORM).search(sentence) is not None)
        ):
            return True
    return False


def _earns(line: str) -> bool:
    return _COMMISSION.search(line) is not None and _BOUGHT.search(line) is not None and _BUYS.search(line) is not None
