"""The words around comments: labels of their sections, forms, buttons, and names as commenters' names are printed. Pure text."""

from __future__ import annotations

import re
from functools import lru_cache

from ..labels import labelled


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


# A label stands alone in a line this long, or with the article's title in a longer; a form's line; a name, in code points and words.
_LONGEST_LABEL, _LONGEST_TITLED, _LONGEST_FORM, _LONGEST_NAME, _MOST_WORDS = 60, 240, 240, 60, 5
# Words for comments have these in them, in lower case: a text without any of them has no label.
STEMS = (
    "omment", "oment", "réaction", "reactie", "yorum", "respon", "thoughts on", "join the conv", "gedanken zu", "réflexion", "pensamiento",
    "комментари", "коментар", "reaksjon", "kommentt", "σχόλι", "bình luận", "댓글", "نظر", "دیدگاه", "تعليق", "评论", "評論", "留言", "コメント", "我来说",
)  # fmt: skip
_COUNTED = re.compile(r"[\W_]*\d[\d.,]*\+?\s*[条則]?\s*")
_COUNTERS = "件개条"  # behind a number
# "3 responses to “…”", "One thought on “…”".
_TITLED = re.compile(
    r"[\W_]*(?:\d[\d.,]*|one|two|three|four|five|ein|eine|un|une|uno|una|één)\s+(?:comments?|thoughts?|responses?|replies|reply|kommentare?|gedanken?"
    r"|antworten?|commentaires?|réponses?|réflexions?|comentarios?|respuestas?|pensamientos?|comentários?|commenti|commento|pensieri|reacties?|gedachten?)"
    r"\s+(?:on|to|for|zu|auf|sur|à|en|a|sobre|em|su|op|about)\b.{0,200}",
    re.I,
)
# How such a label ends; numbers of a list and clock times, which count nothing.
_ENDS_QUOTED = re.compile(r"\s[“\"«„][^“”\"«»„]{3,}[”\"»“]\W*$")
_FIGURE, _STEP = re.compile(r"\d"), re.compile(r"\s*\d{1,2}(?:[.)]\s|[.:]\d\d\b)")
_CLOSED = re.compile(
    r"comments? (?:are|is) (?:now )?closed|kommentare sind geschlossen|kommentarfunktion\b.{0,40}\bgeschlossen|(?:les )?commentaires sont (?:fermés|clos)|comentarios cerrados",
    re.I,
)
# Words of a form for comments; a line of these and their fillers alone belongs to it.
_FORM_NOUNS = _set(
    "name names email e-mail mail address website site web url homepage comment comments message text title subject submit send post publish preview cancel captcha code security required optional fields field marked published save browser notify follow-up logged leave reply add write enter login log sign register namen mailadresse e-mail-adresse webseite kommentar kommentare nachricht absenden senden abschicken erforderlich erforderliche pflichtfeld pflichtfelder felder markiert veröffentlicht schreiben schreibe hinterlassen hinterlasse anmelden antworten abbrechen nom courriel adresse commentaire commentaires envoyer publier obligatoire obligatoires champs indiqués publiée laisser écrire annuler réponse nombre correo electrónico comentario comentarios enviar publicar obligatorios campos marcados deja respuesta nome commento commenti invia campi obbligatori naam reactie reacties verzenden имя почта сайт комментарий отправить обязательные поля نام نام\u200cخانوادگی ایمیل نشانی پست الکترونیک نظر نظرات متن ارسال کد امنیتی وب سایت وبسایت الاسم البريد الإلكتروني الموقع تعليق التعليق أرسل إرسال 姓名 昵称 邮箱 网站 验证码 提交 发表 发表评论 评论"
)
_FILLERS = _set(
    "your the a an and or in my this for next time i me of by to must you are is will not be with here first new ihr ihre dein deine sind mit wird nicht einen eine votre vos sont avec ne sera pas un la les tu su los están con una il tuo je ваше شما را خود"
)
_FORM_WORDS = _FORM_NOUNS | _FILLERS
# Words of the buttons and counters of an item; a short line of these alone is no text.
_BUTTONS = _set("reply replies quote report flag like likes dislike liked share edit delete permalink link upvote downvote vote votes up down more less read show hide view expand collapse copy comment comments log login in sign to answer follow save helpful love translate antworten antwort zitieren melden teilen gefällt mir bearbeiten löschen empfehlen anmelden einloggen um zu mehr weniger anzeigen répondre réponse citer signaler partager aimer j'aime modifier supprimer connectez-vous pour responder citar denunciar reportar compartir me gusta editar eliminar respuesta inicia sesión para iniciar rispondi cita segnala condividi mi piace reageer reageren beantwoorden antwoord melden delen svar svara rapporter del anmäl gilla odpowiedz zgłoś cytuj ответить пожаловаться цитировать поделиться нравится yanıtla şikayet beğen cevapla پاسخ گزارش نقل پسندیدم رد إبلاغ أعجبني 回复 回復 舉報 举报 赞 顶 返信 通報 답글 신고")  # fmt: skip
_BEFORE_NAME = re.compile(
    r"\s*(?:(?:posted|written|comment(?:ed)?|geschrieben|verfasst|kommentar|écrit|commentaire|publicado|escrito)\s+)?"
    r"(?:by|von|par|por|door)\s*:?\s+",
    re.I,
)
_AFTER_NAME = re.compile(
    r"[\s,:|•·–—-]+(?:says?|said|wrote|writes|commented|replied|schreibt|schrieb|sagte?|meinte?|kommentierte|antwortete|a dit|a écrit|dit|dice"
    r"|dijo|escribió|respondió|disse|diz|ha scritto|ha detto|scrive|zegt|schreef|säger|skriver|sier|skrev|pisze|napisał|mówi|пишет|написала?"
    r"|говорит|сказал|yazdı|diyor ki|گفت|می\s?‌?گوید|نوشت|يقول|قال|说道?|說)(?:\W.*)?\Z",
    re.I | re.S,
)
_BEFORE_DATE = re.compile(r"[\s,]+(?:le|am|on|at|um|el|il|op|den|vom|à|em|w dniu|в)\Z")
# How a line begins that says when a post was edited.
EDITS = (
    "edited ",
    "Edited ",
    "Last edited",
    "Bearbeitet ",
    "bearbeitet ",
    "Zuletzt bearbeitet",
    "Modifié ",
    "modifié ",
    "Editado ",
    "editado ",
)
# What is said of a post above a time, where a name may stand.
_DONE = _set(
    "edited asked answered modified posted commented replied bearbeitet gefragt beantwortet modifié posté editado publicado"
)
_EDGES = ' \t\n\xa0,;:|•·–—-()[]«»"“”@'
_WORD = re.compile(r"[^\W\d_](?:[\w’'\u200c-]*[^\W\d_])?")


def is_label(line: str) -> bool:
    """Whether a line says that comments follow: "Comments (3)", "3 Kommentare", "* Comment:", "Leave a comment"."""
    if len(line) > _LONGEST_LABEL or is_titled_label(line):
        return is_titled_label(line)
    counted = _COUNTED.match(line)
    rest = (line[counted.end() :] if counted else line).rstrip(_COUNTERS)
    found = labelled(rest)
    if found is not None and found.kind == "comment" and not _WORD.search(rest, found.start):
        return True
    # "Kommentare Schreibe einen Kommentar", "4 Comments. Leave new"
    return speaks(line) and is_form(line)


def is_count(line: str) -> bool:
    """Whether a label counts the comments that follow: "12 Comments", "3 responses to “Ferry aground”"; "12 responses to the crisis" is a
    heading, and a step of a list is none.
    """
    if is_titled_label(line):
        return _ENDS_QUOTED.search(line) is not None
    return _FIGURE.search(line) is not None and not _STEP.match(line) and speaks(line) and is_label(line)


def is_titled_label(line: str) -> bool:
    """Whether a line counts the comments on a title: "3 responses to “Ferry aground”"."""
    return len(line) <= _LONGEST_TITLED and _TITLED.fullmatch(line) is not None


def speaks(line: str) -> bool:
    """Whether a line has a word for comments."""
    lowered = line.lower()
    return any(stem in lowered for stem in STEMS)


def is_form(line: str) -> bool:
    """Whether a line has no words but those of a form for comments, or says that it is closed."""
    if len(line) > _LONGEST_FORM:
        return False
    return (_only(line, _FORM_WORDS) and not _only(line, _FILLERS)) or is_closed(line)


def is_closed(line: str) -> bool:
    """Whether a line says that there may be no more comments."""
    return _CLOSED.search(line) is not None


def is_buttons(line: str) -> bool:
    """Whether a line has no words but those of buttons and counters ("Reply", "12 likes", "·")."""
    return _only(line, _BUTTONS)


@lru_cache(maxsize=4096)
def _only(line: str, words: frozenset[str]) -> bool:
    return all(word.lower() in words for word in _WORD.findall(line))


def clean_name(text: str) -> str | None:
    """A commenter's name as printed, without "says:", "by" and what follows on other lines; None when it cannot be one."""
    line = next((line for line in text.split("\n") if line.strip(_EDGES)), "")
    match = _BEFORE_NAME.match(line)
    name = _AFTER_NAME.sub("", line[match.end() :] if match else line).strip(_EDGES)
    name = _BEFORE_DATE.sub("", name)
    if not name or len(name) > _LONGEST_NAME or name.lower() in _DONE or is_buttons(name) or is_form(name) or speaks(name):
        return None
    return name


def says_name(line: str) -> str | None:
    """The name in a line that says that someone speaks: "Jane Doe says:"; None for other lines."""
    return clean_name(line) if line.rstrip()[-1:] in (":", "：") and _AFTER_NAME.search(line) else None


def is_name(text: str) -> bool:
    """Whether a short line may be a commenter's name: no sentence, no label ("Posted", "Tags") and no words of the page's own."""
    if not 0 < len(text.split()) <= _MOST_WORDS or len(text) > _LONGEST_NAME or text[-1] in ".!?:;…":
        return False
    return not (is_buttons(text) or is_form(text) or speaks(text) or labelled(text + ":"))
