"""Lines of the house among paragraphs, in the languages that are known."""

from __future__ import annotations

import time

import numpy as np
import pytest
from tests.article.body.mending.choosing import P, kept, paragraphs

from dateline.article.body.mending import worded
from dateline.article.body.mending.captions import is_caption
from dateline.article.body.mending.house_lines import is_of_the_house
from dateline.article.body.mending.leftovers import is_leftover
from dateline.page import Limits, build_page
from dateline.records import Capture

HOUSE = [
    "También puede leer: El muelle que nadie hizo",
    "Dalsza część artykułu pod materiałem wideo",
    "If you're on a desktop, simply scan the QR code above with your phone and click 'Join Community'.",
    "Read more: The pier that was never built",
    "ALSO READ | Ferry fares through the years",
    "RELATED: Who owns the harbour?",
    "WATCH | The ferry leaves the old pier",
    "Lesen Sie auch: Der lange Streit um die Fähre",
    "Mehr zum Thema",
    "Les også: Ferga går hele vinteren",
    "Läs också: Färjan går hela vintern",
    "Lire aussi : Le bac passera l’hiver",
    "→ À lire aussi : Le bac passera l’hiver",
    "Leggi anche: Il traghetto resta",
    "Lea también: El transbordador seguirá",
    "VEA TAMBIÉN: El muelle que nadie hizo",
    "Veja também: O cais que ninguém fez",
    "Jetzt Newsletter abonnieren: jeden Morgen",
    "Inscrivez-vous à notre newsletter",
    "(Lire aussi : Le bac passera l’hiver)",
    "+++ Lesen Sie auch: Fähre bleibt",
    "Read more » The pier that was never built",
    "— Advertisement —",
    "Story continues below advertisement",
    "La suite après cette publicité",
    "विज्ञापन",
    "写真：共同通信",
    "Фото: Иван Петров / Гавань",
    "The ferry leaves in the evening. (Mira Ostrow/AP)",
    "Foto: picture alliance/dpa | Mira Ostrow",
    "The ferry at the old pier Photo: Mira Ostrow",
    "Leia também: A balsa continua",
    "Lees ook: De veerboot blijft",
    "Baca juga : Feri malam tetap berlayar",
    "Читайте также: Паром останется",
    "Читайте також: Пором залишиться",
    "Czytaj też: Prom zostaje",
    "Διαβάστε επίσης: Το πλοίο μένει",
    "اقرأ أيضًا: العبّارة باقية",
    "بیشتر بخوانید: کشتی می‌ماند",
    "यह भी पढ़ें: नौका चलती रहेगी",
    "関連記事：夜行フェリーは冬も運航",
    "延伸阅读：夜间渡轮冬季继续运营",
    "관련기사: 겨울에도 운항하는 야간 여객선",
    "Sign up for our harbour briefing",
    "Get the harbour news delivered to your inbox every morning",
    "By entering your address, you agree to our terms of use.",
    "We may earn a commission when you buy through these links.",
    "Do you have a story for us? Write to the desk.",
    "Abonniere jetzt unseren Kanal",
    "Mit meiner Anmeldung zum Newsletter stimme ich den Regeln zu.",
    "Подпишитесь на наш канал",
    "The ferry in May: subscribe to our channel on Telegram",
    "Alles vom Tag. Abonniere den Whatsapp-Kanal der Gazette und du bekommst jeden Abend Post.",
    "Der Newsletter der Gazette kommt jeden Morgen direkt in Ihr Postfach.",
    "Notre infolettre arrive chaque matin dans votre boîte aux lettres.",
    "If you buy through our links, the Gazette may receive a small commission.",
    "Kaufen Sie über einen der Links, erhalten wir eine kleine Provision.",
    "Interested in sharing your boathouse with us? Contact the editors.",
    "Der Hafenrat tagt am Montag im Rathaus. Jo Pell/Copyright 2026 The Harbour. All rights reserved.",
    "Advertisement",
    "ANZEIGE",
    "広告",
    "An dieser Stelle finden Sie externen Inhalt, der den Artikel ergänzt.",
    "Externer Inhalt nicht verfügbar",
    "Um eingebettete Inhalte anzuzeigen, ist Ihre Einwilligung nötig.",
    "This content is not available due to your privacy settings.",
    "Ce contenu est bloqué car vous n'avez pas accepté les cookies.",
    "The ferry at the old pier. Photo: Mira Ostrow",
    "Die Fähre am alten Anleger. Foto: Mira Ostrow",
    "The ferry leaves in the evening (AP Photo/Mira Ostrow)",
    "The ferry leaves in the evening. Getty Images",
    "© Harbour Pictures",
    "Die Fähre am alten Anleger. © Mira Ostrow/dpa | Mira Ostrow",
    "Foto: privat",
    "Photo: M. Ostrow/AFP",
    "REUTERS/Mira Ostrow",
    "The crew of the old ferry (Picture: PA)",
    "Externen Inhalt anzeigen",
    "Article continues below this ad",
    "Legende: Die Fähre am alten Anleger.",
    ">> Compare: The old ferry and the new",
    ">> Mehr lesen: Was die Fähre kostet",
    "Weiterlesen: Was die Fähre kostet",
    "Das Thema könnte dich auch interessieren:",
    "Lue seuraavaksi:",
    "Nota relacionada: El muelle que nadie hizo",
    "You might also like: The pier that was never built",
    "Beitragsbild: Mira Ostrow",
    "Bildquelle: Mira Ostrow",
    "Crédits photos : Mira Ostrow",
    "MIRA: El muelle que nadie hizo",
    "Strict Standards: Declaration of Foo should be compatible in /srv/www/lib/foo.php on line 56",
    "Warning: Undefined variable $pier in /srv/www/page.php on line 7",
    "{{article.related}}",
    "[object Object]",
    "night-ferry_2024 (1).jpg",
    "Der Newsletter informiert Sie jeden Morgen über das Neueste aus dem Hafen",
    "有料会員になると会員限定の有料記事もお読みいただけます。",
]
BODY = [
    "»Mein Appell: Fahrt nicht hinaus«, sagte Aschenbach.",
    "»Unser Ziel ist: Keiner fährt mehr allein hinaus.«",
    ">> RUTH CALDER: Good evening from the harbour.",
    "+++ 11.30 Uhr: Rettungsboote am Schiff +++",
    "Warning: Rail passengers in Essex/Suffolk on line 3 face delays",
    "The man behind the picture that everybody knows only as northern-harbour-pier.jpg",
    "会員になると、ジムの設備が使い放題で、専門書も無料で読めます。",
    "Der Newsletter hält euch auf dem Laufenden, verspricht der Verein den Mitgliedern.",
    "Warning: the pier is closed on line 7 of the tram from Monday.",
    "The template says {{title}} where the name of the ship should stand.",
    ">> is how the captain signs his letters",
    *P,
    "The broker may receive a commission of four percent, the filing says.",
    "The council votes again in May. Copyright 2026 The Harbour Press. All rights reserved.",
    "The broker may receive a commission on each policy that clients buy.",
    "Agents may earn a commission of up to 5% if the buyer signs within a month.",
    "Beim Kauf erhalten wir eine Provision von drei Prozent, erklärt Makler Jens Otto.",
    "Sign up for the Telegram channel of the police to get alerts, officers advise.",
    "Abonnieren Sie den Newsletter des Amtes, rät die Verbraucherzentrale.",
    "Do you know more about the missing woman? Contact the police on 030 1234.",
    "Die Makler erhalten eine Provision von vier Prozent.",
    "The letter was left in his mailbox, and the newsletter of the club with it.",
    "A newsletter of the ministry lists the links that buyers may use.",
    "Interested in sharing what they knew, the neighbours came to the hall.",
    "Readers asked whether the ferry would sail, and read more into the vote than was said.",
    "“Watch the tide, not the clock,” the captain said.",
    "Related work was done by the harbour's engineers in the spring.",
    "Mehrere Mitglieder fragten nach dem Anleger.",
    "Mira el reloj, dijo el capitán.",
    "Mira: “I did not think that we would win.”",
    "Read – who has run the ferry since 2009 – said she would not stand again.",
    "Watch – the charity founded by two nurses – will close",
    "Related: the word comes from the Latin for bringing back.",
    "Mehr dazu wollte die Sprecherin am Dienstag nicht sagen.",
    "Auch interessant ist, dass die Stadt den Anleger behält.",
    "Read more: the slogan of this year's book week hangs from every tram",
    "RELATED: firms that share a director fall under the new tax rule",
    "Lire aussi : c'est la devise brodée sur le sac des bibliothécaires",
    "Leia mais: o pedido pintado no muro da escola virou lema da cidade",
    "Läs mer: så lyder uppropet från bibliotekarierna",
    "Читайте також: такий напис з’явився на стіні бібліотеки",
    "Lesen Sie mehr Bücher, rät die Lehrerin.",
    "Puedes ver el eclipse desde cualquier punto de la playa.",
    "Puedes verlo gratis en la playa",
    "Lee también dijo que el acuerdo se mantiene.",
    "相关新闻发布会将于下周三上午举行",
    "関連記事を読んで笑った人もいた",
    "Les også det du ikke liker, pleier hun å si.",
    "Leggi di più non servono",
    "Baca juga menjadi kebiasaan di pelabuhan",
    "Inscreva-se até 30 de março no site da prefeitura; a taxa é de R$ 40.",
    "“Assinei o contrato chorando”, conta a capitã.",
    "Inscrivez-vous avant le 15 mars en mairie.",
    "Sign up for the vaccine opened at eight in the morning.",
    "Abonnierende des Kanals zahlen künftig zwölf Euro",
    "Mehr zum Thema – und zu den Kosten – will die Ministerin am Montag sagen",
    "The pier stays. The ferry stays. The council voted late. The chairman went home. Photo: Mira Ostrow",
    "Abonnierende zahlen künftig zwölf Euro im Monat.",
    "A message lands in your inbox that looks as if it came from your bank.",
    "Do you have a story? That is how every letter of hers ends.",
    "The publisher may earn a commission on each sale, according to the filing.",
    "By signing up to the pact, the three parties agreed to freeze rents.",
    "By entering the site, visitors accept whatever is on it.",
    "Third-party content is found on nine of ten websites, and most set cookies.",
    "Platforms must remove this content within 24 hours and allow users to appeal.",
    "He calls it the first great photograph by Ada Thorne.",
    "The cover carries a photo by Jo Pell.",
    "Das Ergebnis ist ein düsteres Bild: Armut, Angst, Wut.",
    "Weiterlesen wollte danach niemand mehr im Saal.",
    "Mehr lesen die Leute am Hafen, seit es den Kiosk gibt.",
    "Das könnte dich auch interessieren, sagte sie und gab ihm den Brief.",
    "You may also like the colder water in the bay.",
    "Nota relacionada con el puerto recibió el alcalde el lunes.",
    "Den Preis gewann sein Foto: Aleppo.",
    "The company has a poor image: Enron, Wirecard",
    "Every page bears the notice © Thorne Estate",
    "She sold her archive to Getty Images",
    "Eine Klage müsste nach Angaben der Verwaltung bis Ende Mai eingehen. (kli/dpa)",
    "Le vote aura lieu avant la fin du mois de mai. (Belga/AFP)",
    "Die Polizei sucht Zeugen. © dpa",
    "Møtet er åpent, opplyser kommunedirektøren. (©NTB)",
    "La decisione arriva a maggio. © RIPRODUZIONE RISERVATA",
    "Sie habe diesen Inhalt zufällig entdeckt, sagte die Lehrerin, und noch am selben Tag Anzeige erstattet.",
    "La ley obliga a las plataformas a responder por el contenido de terceros que publican sus usuarios.",
    "Externe Inhalte darf das Museum erst laden, wenn sie der Besucher freigibt, entschied das Gericht.",
    "A code is sent to your inbox, and the thieves are already there to read it, said the inspector.",
    "“By clicking, you agree to give up your right to a trial,” that line said.",
    "Sign up for emergency alerts at the town hall or by calling the harbour office.",
    "Iscriviti entro il 30 marzo via e-mail",
    "Lea: Stimmt gar nicht, das war ich!",
    "Read: Were you there that night?",
    "Read: The Long Night, Ada Thorne’s novel of the flood",
    "À lire : « La Longue Nuit », d’Ada Thorne, éditions du Quai",
    "See also: Harlan v. Stroud (2019)",
    "Best Photo: Mira Ostrow",
    "Photo: 8/10",
    "Bild: gut",
    "Image: 4K, HDR",
    "He had one wish left – photos by the sea.",
    "Lire l’heure à la marée est un métier, dit le capitaine.",
    "By entering the harbour at night the ferry saved an hour.",
    "The advertisement that the line had placed in the papers was withdrawn.",
    "The content of the letter was not known on Tuesday.",
    "Der Inhalt des Briefes war am Dienstag nicht bekannt.",
    "The photograph shows the pier in the year of the flood, when it stood under water for a week.",
    "If we may earn more in spring, the ferryman said, we will.",
    "She photographed the pier for thirty years.",
    "He sold all of them to Getty Images.",
    "She has taken a new photo: nobody smiles in it",
    "Es ist ein bekanntes Bild: eine leere Mole.",
    "In the picture: nobody. Behind it, a harbour that sleeps.",
    "He subscribed to the paper for fifty years.",
    "The credit was paid back in ten years: five before the flood, five after.",
]


@pytest.mark.parametrize("line", HOUSE)
def test_lines_of_the_house(line: str) -> None:
    assert is_of_the_house(line) or is_caption(line)


@pytest.mark.parametrize("line", BODY)
def test_lines_of_the_article(line: str) -> None:
    assert not is_of_the_house(line)
    assert not is_caption(line)


@pytest.mark.parametrize(
    ("line", "beside", "stays"),
    [
        pytest.param("Front Page | Local | Sports | Obituaries | Classifieds", P[1], False, id="menu"),
        pytest.param("Monday | 9 am | 11 am | 4 pm", P[1], True, id="figures"),
        pytest.param("| Pier | Crew | Port | Fare |", P[1], True, id="bars-around"),
        pytest.param("Council | The pier stays | What comes next", P[1], True, id="three"),
        pytest.param("Stroud | Ems | Oakes | Ruck", P[1], False, id="names"),
        pytest.param("Ellen Park | Mill Street | Yes | Yes", "Karl Ems | Lower Bank | No | Yes", True, id="rows"),
    ],
)
def test_words_between_bars(line: str, beside: str, stays: bool) -> None:
    """A menu in one line goes, a row of a table stays."""
    assert (line in kept("".join(f"<p>{each}</p>" for each in (P[0], line, beside, *P[2:])), {*P, line, beside})) is stays


def test_diagnostics_go_however_many_they_are() -> None:
    told = [f"Warning: Undefined variable $pier in /srv/www/parts/of/the/harbour/page{n}.php on line {n}" for n in range(40)]
    assert kept("".join(f"<p>{line}</p>" for line in [*told, *P]), {*told, *P}) == P


def test_what_a_colon_announces_is_no_menu() -> None:
    lines = [*P[:2], "They row:", "Stroud | Ems | Oakes | Ruck", *P[2:]]
    assert kept("".join(f"<p>{line}</p>" for line in lines), set(lines)) == lines


def test_a_heading_may_name_an_agency() -> None:
    headings = ["Getty Images", "Adobe Stock", "Unsplash"]
    markup = "".join(f"<h2>{heading}</h2><p>{line}</p>" for heading, line in zip(headings, P, strict=False))
    assert kept(markup, {*P, *headings})[::2] == headings


@pytest.mark.parametrize("line", ["Lesen Sie auch Der lange Streit um die Fähre", ">> Der lange Streit um die Fähre <<"])
def test_a_link_is_a_mark_as_well(line: str) -> None:
    assert kept(f"<p>{P[0]}</p><p><a href=/x>{line}</a></p><p>{P[1]}</p>", {*P, line}) == P[:2]
    assert kept(f"<p>{P[0]}</p><p>{line}</p><p>{P[1]}</p>", {*P, line}) == [P[0], line, P[1]]


def test_a_page_of_such_lines_keeps_them() -> None:
    lines = [P[0], *HOUSE[:6]]
    assert kept("".join(f"<p>{line}</p>" for line in lines), set(lines)) == lines


def test_they_go_from_text_as_from_html() -> None:
    lines = [P[0], HOUSE[0], P[1], P[2], "The ferry at the old pier. Photo: Mira Ostrow", P[3]]
    assert kept("\n\n".join(lines), set(lines), text=True) == P
    assert kept("".join(f"<p>{line}</p>" for line in lines), set(lines)) == P


def test_a_long_line_is_a_paragraph_whatever_it_says() -> None:
    line = f"Read more: {' '.join(P)}"
    assert kept(f"<p>{line}</p>", {line}) == [line]


def test_words_mend_what_may_be_an_article() -> None:
    """Where a page is an article rather than anything else, but not surely, lines of the house go and what the markup tells stays."""
    cards = '<ul class="related">' + "".join(f'<li><a href="/{i}">{line}</a></li>' for i, line in enumerate(P[2:])) + "</ul>"
    markup = paragraphs(P[0], "Read also: The pier that nobody wanted", P[1]) + cards
    page = build_page(Capture(content=markup.encode(), charset="utf-8", media_type="text/html"), limits=Limits())
    keep = worded(page, np.ones(len(page.blocks), dtype=bool))
    assert [page.text[b.start : b.end] for b, stays in zip(page.blocks, keep, strict=True) if stays] == P


def test_a_lead_with_the_stories_below_it_goes() -> None:
    """In one block, which line breaks divide."""
    lead = "Read also:<br>The pier that was never built<br>Who owns the harbour?"
    assert kept(paragraphs(*P, lead), {*P, "Read also:\nThe pier that was never built\nWho owns the harbour?"}) == P


@pytest.mark.parametrize(
    "line", ["{{a}} " * 40 + "x", "%%ab%% " * 40 + "x", "{%a%}" * 60 + "x", "Warning: x in " + "/" * 100_000, "{{a}} " * 20_000]
)
def test_what_looks_like_a_leftover_is_looked_at_once(line: str) -> None:
    """No line keeps the rule busy."""
    start = time.perf_counter()
    is_leftover(line)
    assert time.perf_counter() - start < 0.05


def test_a_linked_title_in_capitals() -> None:
    """It leads to another story; in a heading, in a list or without a link it may be the article's."""
    title = "HARBOUR BOARD HOLDS SECRET VOTE ON THE OLD PIER: REPORT"
    linked = f"<a href=/pier>{title}</a>"
    for markup, stays in ((f"<p>{linked}</p>", False), (f"<p>{title}</p>", True), (f"<h2>{linked}</h2>", True)):
        assert (title in kept(paragraphs(*P[:2]) + markup + paragraphs(*P[2:]), {*P, title})) is stays
