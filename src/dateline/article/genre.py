"""Genre: what sort of journalism the page says it is, in its machinery, its labels or its wording."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..records import Block, Found, Genre, Page, Span
from .evidence import Candidate, choose, claimed, visible
from .landmarks import block_at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .clues import Clues

_TYPES: dict[str, Genre] = {
    "OpinionNewsArticle": "opinion",
    "AnalysisNewsArticle": "analysis",
    "BackgroundNewsArticle": "analysis",
    "ReviewNewsArticle": "review",
    "LiveBlogPosting": "live",
    "SatiricalArticle": "satire",
    "AdvertiserContentArticle": "press release",
    "ReportageNewsArticle": "news",
}
# Words that outlets print or declare as the name of a genre; whole labels, in lower case.
_WORDS: dict[Genre, str] = {
    "opinion": """opinion|opinions|op-ed|op-eds|op ed|oped|editorial|editorials|the editorial|commentary|comment
        |comment & analysis|comment is free
        |column|columns|columnist|columnists|viewpoint|viewpoints|point of view|views|letters|letters to the editor|guest essay
        |guest column|perspective|perspectives
        |leader|leaders|voices|ideas|first person|kolumnister|kolumnist|kommentar|kommentare|meinung|meinungen|leitartikel|kolumne|kolumnen
        |gastbeitrag|gastkommentar|glosse|standpunkt|debatte
        |pro und contra|opinión|opiniones|columna|columnas|tribuna|tribunas|artículos de opinión|opinião|coluna|colunas
        |colunistas|artigo de opinião|débats|débat
        |tribune|tribunes|éditorial|édito|editos|chronique|chroniques|point de vue|points de vue|idées|billet|opinione|opinioni
        |commento|commenti|editoriale
        |editoriali|l'editoriale|il commento|opinie|opinies|commentaar|columnisten|debat|kronikk|kommentarer|meninger|leder
        |lederen|ledare|debatt|krönika|krönikor
        |insändare|åsikt|opinia|opinie|komentarz|komentarze|felieton|felietony|komentář|komentáře|názory|názor|glosa|sloupek
        |vélemény|publicisztika|yazarlar|köşe yazıları|köşe yazısı
        |yorum|görüş|мнение|мнения|колонка|колонки|авторская колонка|комментарий|думка|думки|погляд|блоги|رأي|آراء|الرأي|مقالات
        |مقال|مقالات الرأي|افتتاحية|یادداشت|سرمقاله|دیدگاه|نظر
        |社論|社论|评论|評論|时评|社説|オピニオン|論説|論壇|コラム|사설|칼럼|오피니언|기고|opini|kolom|tajuk rencana|bình luận|ý kiến|דעות|דעה|अभिमत|संपादकीय
        |विचार|mielipide|pääkirjoitus|kolumni""",
    "analysis": """analysis|analyses|news analysis|explainer|explainers|explained|in depth|in-depth|backgrounder|fact check
        |fact-check|analyse|analysen|hintergrund|hintergründe|faktencheck|erklärt
        |análisis|análise|analyse de l'actualité|décryptage|décryptages|analisi|approfondimento|analyser|analys|analiza|analizy
        |analýza|elemzés|analiz|анализ|аналитика|аналітика|تحليل|تحلیل|تحليلات|解説|分析|深度|분석|해설|analisis|phân tích""",
    "interview": """interview|interviews|the interview|q&a|q & a|entretien|entretiens|entrevista|entrevistas|intervista
        |interviste|intervju|intervjuer|wywiad|wywiady
        |rozhovor|rozhovory|interjú|röportaj|söyleşi|интервью|інтерв'ю|حوار|مقابلة|گفتگو|گفت‌وگو|مصاحبه|专访|專訪|インタビュー|인터뷰
        |wawancara|phỏng vấn|haastattelu|ראיון|gespräch|im gespräch""",
    "live": """live|live updates|live blog|liveblog|live-blog|live coverage|live ticker|liveticker|live-ticker|newsticker
        |ticker|en direct|direct|le direct|en vivo|en directo|minuto a minuto|ao vivo|diretta|in diretta
        |canlı|онлайн|прямая трансляция|بث مباشر|مباشر|直播|ライブ|속보|na żywo|relacja na żywo|online reportáž""",
    "review": """review|reviews|book review|book reviews|film review|movie review|theatre review|tv review|album review
        |restaurant review|music review|game review
        |rezension|rezensionen|filmkritik|buchkritik|kritik|testbericht|critique|critiques|reseña|reseñas|crítica|críticas
        |resenha|recensione|recensioni|recensie|recensies|anmeldelse|anmeldelser|recension|recensioner
        |recenzja|recenzje|recenze|kritika|рецензия|рецензии|رецензія|نقد|书评|影评|書評|レビュー|리뷰|inceleme|arvostelu""",
    "press release": """press release|press releases|press-release|news release|media release|presseportal|pressemitteilung
        |pressemitteilungen|communiqué de presse|communiqué|communiqués|comunicado de prensa|nota de prensa|comunicado
        |comunicato stampa|comunicati stampa|persbericht|pressemelding|pressemeddelelse|pressmeddelande|komunikat prasowy
        |tisková zpráva|пресс-релиз|بيان صحفي|新闻稿|プレスリリース|보도자료|basın bülteni|siaran pers|business wire|pr newswire
        |globe newswire""",
    "satire": "satire|satirical|satira|sátira|parody|humor|humour|сатира|سخرية|طنز",
    "obituary": """obituary|obituaries|obits|nachruf|nachrufe|nécrologie|nécrologies|obituario|obituarios|necrológica
        |necrológicas|obituário|necrologio|necrologi|in memoriam|overlijdensberichten|nekrolog|nekrologi
        |некролог|некрологи|讣告|訃報|부고|نعي""",
}
_LABELS: dict[str, Genre] = {word.strip(): genre for genre, words in _WORDS.items() for word in words.split("|")}
# Lines right above the headline that may hold a label.
_ABOVE = 3
# Links in a row beside a line that make it an entry of a menu; breadcrumbs have fewer.
_MENU = 3
# A label before the headline's own words: "Opinion | …", "Kommentar: …", "LIVE: …".
_PREFIX = re.compile(r"\s*([^|:–—\n]{2,30}?)\s*(?:[|:]|\s[–—]\s)")
_SUFFIX = re.compile(r"\s[|–—-]\s([^|–—]{2,30}?)\s*$")
# In a line between headline and text, who wrote what: "Ein Kommentar von Jana Muster", "Analysis by Jane Doe".
_WRITTEN = re.compile(
    r"(?:^|[.!?|:–—]\s+)(?:an?\s|eine?\s|une?\s|una?\s)?(?P<what>[^\W\d_]{4,16})\s(?:by|von|par|por|di|av|af|door)\s"
    r"(?-i:[A-ZÀ-Þ][\w.'’-]*(?:\s(?:[A-ZÀ-Þ][\w.'’-]*|and|und|et|y|de|da|di|von|van|der|zu)){0,8})\s*(?:$|[|,;·•–—(\n])",
    re.I,
)
_BYLINE_LINES, _LONGEST_BYLINE = 8, 200
# A part of an address that holds every short report.
_NO_LIVE = frozenset(("newsticker", "ticker"))
_SEGMENT = re.compile(r"[/]([^/?#]+)(?=/)")
# A question and its answer by turns: "Q:", "A:", in some languages.
_TURN = re.compile(
    r"(?:Q|A|F|P|R|D|В|О|問|答|س|ج|Question|Answer|Frage|Antwort|Pregunta|Respuesta|Вопрос|Ответ)\s?[.:：]\s", re.IGNORECASE
)
_SPEAKERS = frozenset("QAFPRDВО問答سجqafprdво")
_MIN_TURNS = 6

# "We", "our", "us" as a writer who argues says them, outside quotation marks; and words of judgement and duty.
_WE = re.compile(r"\b(?:we|our|us|ours|ourselves)\b", re.IGNORECASE)
_ARGUING = re.compile(
    r"\b(?:should|must|ought to|no (?:other )?(?:choice|option)|it (?:should be|is worth) (?:remembered|noted|remembering|noting|recalling)"
    r"|irrespective|there (?:is|can be) no (?:question|talk|doubt)|the truth is|the message is|let us|in our view|we believe"
    r"|we (?:are|do|can) (?:still )?not|(?:simple|plain) (?:fact|reason)|of course|surely|indeed|thus"
    r"|whether .{1,60} likes? it or not|needless to say)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile(r"[“\"«„][^”\"»“\n]{2,600}[”\"»“]")
# Reporting verbs mark news: who argues seldom has anyone say anything.
_REPORTING = re.compile(r"\b(?:said|says|told|according to|reported|announced|added|stated)\b", re.IGNORECASE)
_YOU = re.compile(r"\b(?:you|yours?)\b", re.IGNORECASE)
# An argument: at least so many marks of it, so many times those of reporting, and hardly a word to the reader, who is told by advice and
# advertising. Of 1,049 English articles in the development sets 11 are such, 9 of them opinion by their outlets' words or ours.
_MIN_ARGUMENT, _ARGUMENT_RATIO, _MOST_YOU, _WORDING = 4, 1.5, 1, 0.7
_WORDING_WINDOW = 12_000


@lru_cache(maxsize=4096)
def genre_of(label: str) -> Genre | None:
    """The genre that a label names, whole: "Opinion", "Kommentar", "Live updates"."""
    return _LABELS.get(" ".join(label.replace("_", " ").lower().split()).strip(" :|/#•·-–—"))


def find_genre(clues: Clues) -> Found[Genre | None]:
    """Declared types first, then labels and sections, then the shape and wording of the text; None where nothing tells."""
    candidates: list[Candidate[Genre]] = [*_declared(clues), *_labelled(clues)]
    if not candidates and clues.first >= 0:
        candidates.extend(_turns(clues))
        if clues.data is not None and "NewsArticle" in clues.data.types:
            candidates.append(
                claimed("news", "NewsArticle", f"{clues.data.path}.@type", method="json-ld", confidence=0.7, text="news")
            )
        else:
            candidates.extend(_argument(clues))
    return choose("genre", candidates)


def _declared(clues: Clues) -> Iterator[Candidate[Genre]]:
    declared, data = clues.page.declared, clues.data
    for node in declared.linked_data if data is None else (data,):
        for kind in node.types:
            if (genre := _TYPES.get(kind)) is not None:
                yield claimed(
                    genre, kind, f"{node.path}.@type", method="json-ld", confidence=0.95 if genre != "news" else 0.75, text=genre
                )
    claims: list[tuple[str, str, float]] = []
    if data is not None:
        for key, confidence in (("genre", 0.9), ("articleSection", 0.85)):
            value = data.data.get(key)
            claims.extend(
                (f"{data.path}.{key}", v, confidence)
                for v in (value if isinstance(value, list) else [value])
                if isinstance(v, str)
            )
    for name, confidence in (
        ("article:section", 0.85),
        ("og:section", 0.85),
        ("genre", 0.9),
        ("articletype", 0.8),
        ("article:content_type", 0.8),
        ("parsely-section", 0.8),
        ("og:article:section", 0.85),
        ("page-type", 0.6),
        ("dc.type", 0.6),
    ):
        claims.extend((f"meta[{name}]", value, confidence) for value in clues.meta.get(name, ()))
    for path, raw, confidence in claims:
        if (genre := genre_of(raw)) is not None:
            yield claimed(genre, raw, path, method="declared label", confidence=confidence, text=genre)
    address = clues.page.url or declared.link("canonical") or clues.claim("og:url") or ""
    for segment in _SEGMENT.findall(address.split("//", 1)[-1])[:3]:
        if segment.lower() in _NO_LIVE:
            continue
        if (genre := genre_of(segment.replace("-", " "))) is not None or (genre := genre_of(segment)) is not None:
            yield claimed(genre, segment, "url", method="address", confidence=0.8, text=genre)


def _labelled(clues: Clues) -> Iterator[Candidate[Genre]]:
    """Short lines right above the headline, and what decorates the headline itself."""
    page = clues.page
    if clues.headline_span is not None:
        head = block_at(page.blocks, clues.headline_span.start)
        for index in range(max(0, head - _ABOVE), head):
            block = page.blocks[index]
            if block.end - block.start <= 30 and (genre := genre_of(clues.line(index))) is not None and not _in_menu(page, index):
                if genre == "live" and _is_link(block):
                    continue  # to what is live now
                yield visible(page, genre, Span(block.start, block.end), method="label", confidence=0.88, text=genre)
        yield from _in_byline(clues, head + 1)
    title = page.declared.title or clues.headline or ""
    for pattern, confidence in ((_PREFIX, 0.9), (_SUFFIX, 0.75)):
        if (found := (pattern.match if pattern is _PREFIX else pattern.search)(title)) and (
            genre := genre_of(found[1])
        ) is not None:
            yield claimed(genre, found[1], "title", method="headline label", confidence=confidence, text=genre)


def _in_byline(clues: Clues, below: int) -> Iterator[Candidate[Genre]]:
    """What a line from `below` the headline to the text's first says that its author wrote."""
    blocks = clues.page.blocks
    for index in range(below, min(below + _BYLINE_LINES, clues.first + 1, len(blocks))):
        if blocks[index].end - blocks[index].start > _LONGEST_BYLINE or (found := _WRITTEN.search(clues.line(index))) is None:
            continue
        if (genre := genre_of(found["what"])) is not None and genre != "live":
            start = blocks[index].start
            span = Span(start + found.start("what"), start + found.end("what"))
            yield visible(clues.page, genre, span, method="byline", confidence=0.88, text=genre)


def _in_menu(page: Page, index: int) -> bool:
    """Whether a line stands among links: a menu has an entry for every genre. What stands below one, and is no link, is no entry."""
    first = last = index
    if not _is_link(page.blocks[index]) and not _is_link(page.blocks[index + 1]):
        return False
    while first > 0 and _is_link(page.blocks[first - 1]):
        first -= 1
    while last + 1 < len(page.blocks) and _is_link(page.blocks[last + 1]):
        last += 1
    return last - first >= _MENU


def _is_link(block: Block) -> bool:
    return block.end - block.start <= 30 and block.link == block.end - block.start


def _turns(clues: Clues) -> Iterator[Candidate[Genre]]:
    """An interview by its turns of question and answer."""
    text = clues.page.text
    body = (line.span for line in clues.lines if line.role == "body")
    turns = [span for span in body if text[span.start] in _SPEAKERS and _TURN.match(text, span.start)]
    if len(turns) >= _MIN_TURNS:
        yield visible(clues.page, "interview", turns[0], method="turns of question and answer", confidence=0.85, text="interview")


def _argument(clues: Clues) -> Iterator[Candidate[Genre]]:
    """An unsigned argument in English: a "we" outside quotation marks that argues and reports nobody's words."""
    page = clues.page
    begin = page.blocks[clues.first].start
    text = page.text[begin : min(page.blocks[clues.last].end, begin + _WORDING_WINDOW)]
    if not (clues.language or "").startswith("en") or not _WE.search(text):
        return
    own = _QUOTED.sub(lambda quotation: " " * len(quotation[0]), text)
    first = _WE.search(own)
    if first is None:
        return
    arguing = len(_ARGUING.findall(own))
    reporting = len(_REPORTING.findall(own)) if arguing >= _MIN_ARGUMENT else arguing
    if arguing > _ARGUMENT_RATIO * reporting and len(_YOU.findall(own)) <= _MOST_YOU:
        place = begin + first.start()
        span = next((line.span for line in clues.lines if line.span.start <= place < line.span.end), None)
        if span is not None:
            yield visible(
                page, "opinion", span, method="argument in the first person plural", confidence=_WORDING, text="opinion"
            )
