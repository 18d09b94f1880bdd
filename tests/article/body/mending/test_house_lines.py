"""Lines of the house among paragraphs, in the languages that are known."""

from __future__ import annotations

import pytest
from tests.article.body.mending.choosing import P, kept

from dateline.article.body.mending.house_lines import is_of_the_house

HOUSE = [
    "Read more: The pier that was never built",
    "ALSO READ | Ferry fares through the years",
    "Related: Who owns the harbour?",
    "Lesen Sie auch: Der lange Streit um die Fähre",
    "Mehr zum Thema",
    "Les også: Ferga går hele vinteren",
    "Läs också: Färjan går hela vintern",
    "Lire aussi : le bac passera l’hiver",
    "→ À lire aussi Le bac passera l’hiver",
    "Leggi anche: il traghetto resta",
    "Lea también: El transbordador seguirá",
    "VEA TAMBIÉN: El muelle que nadie hizo",
    "Mira: así sale el transbordador",
    "Leia também: A balsa continua",
    "Lees ook: de veerboot blijft",
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
    "관련기사 겨울에도 운항하는 야간 여객선",
    "Sign up for our harbour briefing",
    "Get the harbour news delivered to your inbox every morning",
    "By entering your address, you agree to our terms of use.",
    "We may earn a commission when you buy through these links.",
    "Do you have a story for us? Write to the desk.",
    "Abonniere jetzt unseren Kanal",
    "Mit meiner Anmeldung zum Newsletter stimme ich den Regeln zu.",
    "Подпишитесь на наш канал",
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
    "Legende: Die Fähre am alten Anleger.",
]
BODY = [
    *P,
    "Readers asked whether the ferry would sail, and read more into the vote than was said.",
    "“Watch the tide, not the clock,” the captain said.",
    "Related work was done by the harbour's engineers in the spring.",
    "Mehrere Mitglieder fragten nach dem Anleger.",
    "Mira el reloj, dijo el capitán.",
    "Lire l’heure à la marée est un métier, dit le capitaine.",
    "By entering the harbour at night the ferry saved an hour.",
    "The advertisement that the line had placed in the papers was withdrawn.",
    "The content of the letter was not known on Tuesday.",
    "Der Inhalt des Briefes war am Dienstag nicht bekannt.",
    "The photograph shows the pier in the year of the flood, when it stood under water for a week.",
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
    assert is_of_the_house(line)


@pytest.mark.parametrize("line", BODY)
def test_lines_of_the_article(line: str) -> None:
    assert not is_of_the_house(line)


def test_they_go_from_text_as_from_html() -> None:
    lines = [P[0], HOUSE[0], P[1], P[2], "The ferry at the old pier. Photo: Mira Ostrow", P[3]]
    assert kept("\n\n".join(lines), set(lines), text=True) == P
    assert kept("".join(f"<p>{line}</p>" for line in lines), set(lines)) == P


def test_a_long_line_is_a_paragraph_whatever_it_says() -> None:
    line = f"Read more: {' '.join(P)}"
    assert kept(f"<p>{line}</p>", {line}) == [line]
