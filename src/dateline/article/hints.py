"""What names of classes and ids, and short lines' words, hint at: bit masks, looked up and not searched for.

The words are our own list of what page builders and newsrooms write, in the languages of the development pages; the model
decides what each is worth.
"""

from __future__ import annotations

from functools import lru_cache

_NAME_HINTS: dict[str, str] = {
    "content": "content articlebody entry post-body main",
    "article": "article story artikel articulo noticia news",
    "text": "text body paragraph prose copy texto wysiwyg rich",
    "comment": "comment disqus reply replies kommentar respond discussion forum",
    "nav": "nav menu breadcrumb pagination pager toolbar tabs skip",
    "footer": "footer foot colophon bottom copyright legal impressum",
    "header": "header masthead topbar banner logo brand",
    "side": "side aside rail widget column-right secondary",
    "related": "related recommend recirc more-from also popular trending most-read mostread latest outbrain taboola similar next-up read-next",
    "share": "share social sharing follow facebook twitter whatsapp",
    "promo": "newsletter subscri promo signup sign-up cta donate callout abo marketing offer",
    "author": "author byline bio writer autor contributor",
    "time": "date time publish timestamp updated meta datum",
    "caption": "caption credit copyright-holder figcaption bildunterschrift legend fotograf",
    "media": "image img photo gallery video player media carousel slideshow figure slider",
    "ad": "advert ads ad-slot adslot sponsor dfp banner-ad anzeige reklame",
    "tag": "tag topic keyword categor rubric label chips",
    "notice": "cookie consent gdpr modal popup overlay dialog banner-message alert privacy",
    "teaser": "teaser card tile listing item list feed grid headline-list preview",
    "quote": "quote pull citat zitat",
    "lead": "lead standfirst dek summary intro subtitle subhead excerpt abstract deck kicker teaser-text sapo chapo",
    "title": "title headline heading",
    "pay": "paywall premium piano regwall subscriber locked meter",
    "live": "live liveblog timeline update ticker",
    "box": "box infobox factbox fact inset sidebar-inline note embed module",
    "correction": "correction editors-note editor-note clarification",
    "product": "product price cart shop buy sku review rating",
    "doc": "docs documentation markdown readme code highlight toc",
    "question": "question answer thread topic-post message post-content messagetext",
    "hidden": "hidden sr-only collapse off-canvas offscreen",
}
_TAG_HINTS = {
    name: ("tag:" + name)
    for name in [
        "article",
        "main",
        "section",
        "aside",
        "nav",
        "header",
        "footer",
        "figure",
        "figcaption",
        "form",
        "table",
        "ul",
        "ol",
        "p",
        "blockquote",
        "button",
        "details",
        "li",
        "td",
        "a",
        "h1",
        "h2",
        "h3",
    ]
}
_LINE_HINTS: dict[str, str] = {
    "promo": """subscribe subscriber subscribers subscription newsletter newsletters inbox abonnieren abo abonnez abonnement suscríbete
    suscripción iscriviti abbonati assine inscrição nieuwsbrief prenumerera tilmeld nyhedsbrev подпишитесь подписаться 订阅 登録 اشترك
    donate support unterstützen app download premium""",
    "related": """read more related also lesen auch mehr lire aussi leggi anche lees ook meer leer más también lea leia mais läs mer les også
    læs читайте также watch see weiterlesen weiter continue recommended trending popular latest siehe voir ver اقرأ ایضا أيضا 関連 相关
    阅读 もっと""",
    "credit": """photo foto photograph photographer image bild picture credit courtesy getty images reuters afp ap epa dpa imago shutterstock
    istock crédit fotograf fotografía photos via file handout screenshot illustration 写真 图 图片 صورة фото""",
    "legal": """copyright © rights reserved privacy cookies cookie terms conditions datenschutz impressum agb mentions légales rechte
    vorbehalten derechos reservados diritti riservati policy""",
    "comment": """comment comments kommentar kommentare commentaires commentaire comentarios comentário commenti reacties reply antworten
    replies kommentarer комментарии تعليق تعليقات コメント 评论 forum""",
    "login": """login log sign register account anmelden registrieren einloggen connexion connectez accedi entrar iniciar sesión inloggen
    password email e-mail passwort""",
    "byline": """by von par por di da door av af autor author autorin reporter correspondent editor redaktion staff writer written
    redacción редактор автор 記者 记者 نویسنده بقلم""",
    "date": """january february march april may june july august september october november december januar februar märz mai juni juli
    oktober dezember janvier février mars avril juin juillet août septembre octobre décembre enero febrero marzo mayo junio julio agosto
    septiembre octubre noviembre diciembre jan feb mar apr jun jul aug sep sept oct nov dec updated published posted aktualisiert
    veröffentlicht publié actualizado pubblicato am pm uhr ago min minutes hours""",
    "share": """share tweet facebook twitter whatsapp linkedin telegram pinterest print copy link teilen drucken merken partager imprimer
    compartir condividi delen dela follow us folgen instagram youtube bluesky""",
    "ad": "advertisement advertising anzeige werbung publicité publicidad pubblicità sponsored reklame annons advertorial реклама 広告 广告 إعلان",
    "correction": "correction corrections corrected clarification editor’s editor's note berichtigung korrektur rectificatif corrección",
    "embed": """extern externe externer externen inhalt inhalte anzeigen angezeigt einverstanden zustimmen einwilligung datenschutzerklärung
    embedded embed third-party content consent accept enable javascript browser video player play load personenbezogene contenu contenus
    tiers accepter contenido terceros aceptar inhoud derden innhold eksternt""",
    "summary": """chatgpt ki summary zusammenfassung kurz faits key points takeaways keypoints oppsummert sammendrag sammendraget wichtigste
    überblick résumé resumen riassunto""",
    "tags": "tags topics themen schlagworte mots-clés etiquetas temas filed under categories category rubrik ressort",
}

NAME_HINTS = tuple(_NAME_HINTS)
TAG_HINTS = tuple(_TAG_HINTS)
LINE_HINTS = tuple(_LINE_HINTS)

# Hint words by their first three letters, with their bits: a name is looked through letter by letter once, not once a word.
_BY_START: dict[str, list[tuple[str, int]]] = {}
for _bit, _words in enumerate(_NAME_HINTS.values()):
    for _word in _words.split():
        _BY_START.setdefault(_word[:3], []).append((_word, 1 << _bit))
_TAG_BIT = {name: 1 << (len(NAME_HINTS) + index) for index, name in enumerate(TAG_HINTS)}
_LINE_BITS: dict[str, int] = {}
for _index, _words in enumerate(_LINE_HINTS.values()):
    for _word in _words.split():
        _LINE_BITS[_word] = _LINE_BITS.get(_word, 0) | 1 << _index
_EDGES = ".,:;!?()[]{}\"'“”«»…|-–—>›•·"


@lru_cache(maxsize=20_000)
def name_mask(tag: str, label: str) -> int:
    """The hints of one element, from its tag and label; bits in the order of `NAME_HINTS`, then `TAG_HINTS`."""
    mask = _TAG_BIT.get(tag, 0)
    # Labels can be megabytes on hostile pages; a name that has said nothing in this many letters will not.
    for name in label[:400].split():
        mask |= _name(name)
    return mask


@lru_cache(maxsize=50_000)
def _name(name: str) -> int:
    """The hints of one class or id: outlets differ in how they put names together more than in the names."""
    mask = 0
    for at in range(len(name) - 2):
        for word, bit in _BY_START.get(name[at : at + 3], ()):
            if name.startswith(word, at):
                mask |= bit
    return mask


def line_mask(line: str) -> int:
    """The hints of a line's words; bits in the order of `LINE_HINTS`."""
    mask = 0
    get = _LINE_BITS.get
    for word in line.lower().split():
        mask |= get(word if word.isalpha() else word.strip(_EDGES), 0)
    return mask
