"""Where the article ends."""

from __future__ import annotations

import pytest
from tests.article.body.mending.choosing import P, kept, paragraphs

from dateline.article.body.mending.ending import author_of, is_after_the_end

AFTER = [
    "Quelle: Hafenamt Nordbucht, 2. Februar 2022",
    "Source: Harbour Board of Port Ana",
    "Autoren Mira Ostrow und Tom Vesely",
    "Posted by Mira Ostrow",
    "Tags: Fähre, Hafen, Winter",
    "Filed under: Harbour, Ferries",
    "Der Artikel „Fähre bleibt“ wurde am 05.11.2021 in der Kategorie Hafen von Mira Ostrow veröffentlicht.",
    "Der Beitrag wurde am Mittwoch, den 27. November 2019 um 15:21 Uhr veröffentlicht und unter Hafen abgelegt.",
    "Hat dir dieser Artikel gefallen? Dann erzähl es weiter.",
    "Did you enjoy this story?",
    "Spenden könnt ihr per Überweisung auf unser Konto.",
    "Um selbst Kommentare verfassen zu können, müssen Sie sich einloggen.",
    "Die Kommentare der User geben nicht notwendigerweise die Meinung der Redaktion wieder.",
    "Subscribe to our print edition for the full story.",
    "Click here to get the Harbour Gazette app",
    "Don't miss the news from the bay - Sign up to our daily newsletter here.",
    "[Featured image by Tom Vesely]",
    "Alle Bilder: Tom Vesely",
    "Disclaimer: This text is for information only, and nobody at The Harbour Gazette answers for what comes of it.",
    "Risikohinweis für Anleger: Kurse können fallen.",
    "Die Autorin ist Lehrerin und im Vorstand des Hafenvereins.",
    "The author is a retired professor of tides.",
    "L'auteur est journaliste à Port Ana.",
    "Pressekontakte: Hafenamt Nordbucht, presse@hafenamt.example, Tel. 030 555 01 20",
    "Media contact: Mira Ostrow, +1 555 010 1234",
    "Contact presse : Mira Ostrow, presse@port.example",
    "Tom Vesely contributed reporting.",
    "(Reporting by Mira Ostrow in Port Ana; editing by Tom Vesely)",
    "Additional reporting by Mira Ostrow.",
    "— With assistance from Mira Ostrow and Tom Vesely",
    "Mira Ostrow contributed to this report.",
    "© dpa-infocom, dpa:240429-99-845777/5",
    "Copyright 2024 The Harbour Gazette. All rights reserved.",
    "Follow The Harbour Gazette on Facebook and Instagram for the latest news.",
    "Get in touch with our news team by writing to desk@harbour.example.",
    "Contact the reporter at mira.ostrow@harbour.example",
    "The views expressed are the author’s own.",
    "Folgst du uns schon auf Instagram?",
    "Mehr über die Fähre lesen Sie hier.",
]
BIOGRAPHIES = [
    "Mira Ostrow is a reporter at The Harbour Gazette.",
    "Mira B. Ostrow is the founder of a ferry line and the author of three books about tides.",
    "Mira Ostrow ist Redakteurin im Ressort Hafen.",
    "Mira Ostrow est journaliste au service Ports.",
    "Mira Ostrow es periodista y escritora.",
    "Mira Ostrow covers the courts for The Harbour Gazette.",
]
OF_IT = [
    "Der Artikel wurde 1912 in einer Zeitung des Hafens veröffentlicht, die niemand mehr kennt.",
    "Der Beitrag wurde in Brüssel mit Spott aufgenommen.",
    "Spenden können Sie bis Freitag im Rathaus abgeben.",
    "Die Kommentare der Leser lassen nicht auf sich warten.",
    "The author is a master of the short sentence, and of the long pause.",
    "Die Autorin ist in diesem Buch bei sich selbst angekommen.",
    "Source of the river and end of the road: nothing grows there.",
    "Author and captain had never met.",
    "Autor und Verleger streiten weiter um 4.000 Euro.",
    "Posted by the door, two guards waited for the verdict.",
    "Tags on the bags had been swapped, and nobody noticed.",
    "“Sign up for our newsletter”, the con men wrote, and 9,000 did.",
    "Quellen am Berghang versiegen seit Jahren.",
    "Rückfragen der Opposition beantwortete Ministerin Karla Voss nicht. Die Kosten seien auf 12 000 000 Euro gestiegen.",
    "Ansprechpartner gab es am Hafen keine, klagten Fahrgäste; am Telefon lief nur ein Band.",
    "Press contact with the crew is forbidden, and their telephones were collected on Monday.",
    "Media contacts between the two harbours broke down in 2019-2021, and were not taken up again.",
    "Contacto de prensa fue lo único que pidió el capitán, por teléfono y con calma.",
    "Press contacts between the two towns had been broken off a year ago.",
    "Rückfragen des Hafenamts blieben am Mittwoch unbeantwortet.",
    *P,
    "Mira Ostrow is a good swimmer, her neighbours say.",
    "The captain is an expert in tides.",
    "Contact between the two ships was lost at noon.",
    "Mira Ostrow was the last to leave the pier.",
    "Prime Minister Hale is expected to open the boathouse, the founder of the club said.",
    "Mayor Ellen Park is not a journalist",
    "Peter Brandt ist seit dreißig Jahren am Kai und war davor Reporter.",
    "Jean Moreau est le doyen du port, et un ancien journaliste.",
    "Research by the University of Arlen suggests that tides are rising.",
    "Production by the two mines fell to 4,000 tonnes in March.",
    "Get in touch with your butcher for good bones.",
    "Click here, the message said, and so she did.",
    "Like many posts on Facebook, it was gone by morning.",
    "Email sent from sales@harbour.example shows that the firm knew.",
    "More than 200 scientists from forty countries contributed to this report.",
    "Production by BMW was up 4% in May.",
    "责任编辑已被停职，撰稿记者的聘用合同也被解除",
    "Contact her at choir@harbour.example, or just come along on Thursday at seven.",
    "You might also like to add a pinch of chilli, as his daughter does.",
    "Click here to claim your parcel, the message had said.",
    "Follow the count on YouTube from nine o'clock.",
    "Folgen Sie der Umleitung auf X und Y, rät die Polizei.",
    "Follow the ministry's WhatsApp channel, the spokesman said.",
    "Folgst du dem Trend auf TikTok, siehst du bald nur noch Katzen.",
    "Download the Harlan Parking app or pay in coins at the kiosk.",
    "Harlan Mutual Group covers the first thousand dollars for each house that the flood has damaged.",
    "Three other factors contributed to this report card.",
    "Join our WhatsApp group, the con men wrote, and within a week the pensioners of Oldcastle had lost two million.",
    "Join us for a minute on Facebook, the mayor wrote to the flooded villages, and 9,000 people did.",
    "Email us, the kidnappers wrote on the wall, at an address that ended in @proton.",
    "Views expressed in the poll were their own, but the party paid for the questions.",
    "The views expressed by the judges are their own, the ethics board ruled, and may be published.",
    "dpa: three letters that stand below every second report in German papers.",
    "dpa-Chefredakteurin Lena Horvat wechselt zum Jahresende nach Wien.",
    "dpa-Fotograf Jonas Kern ist am Montag in Minsk festgenommen worden.",
    "Click here to read more, the fake page urged, and the virus was in.",
]


@pytest.mark.parametrize("line", AFTER)
def test_what_follows_the_last_words_goes(line: str) -> None:
    assert is_after_the_end(line)
    assert kept(paragraphs(*P, line, AFTER[0]), {*P, line, AFTER[0]}) == P


@pytest.mark.parametrize("line", OF_IT)
def test_last_words_stay(line: str) -> None:
    assert not is_after_the_end(line)
    assert author_of(line) is None


@pytest.mark.parametrize("line", BIOGRAPHIES)
def test_biographies_go(line: str) -> None:
    """Of one or two people whom the byline names, and the article does not."""
    name = author_of(line)
    assert name in ("Mira Ostrow", "Mira B. Ostrow")
    above = f"<div>By {name}, Tom Vesely and Ada Hale</div>"
    other = "Tom Vesely is the editor of The Harbour Gazette."
    assert kept(above + paragraphs(*P, line, other), {*P, line, other}) == P
    third = "Ada Hale is a writer."
    assert kept(above + paragraphs(*P, line, other, third), {*P, line, other, third}) == [*P, line, other, third]
    named = f"{P[0]} Mira Ostrow and Mira B. Ostrow voted with them."
    assert kept(above + paragraphs(named, *P[1:], line), {named, *P, line}) == [named, *P[1:], line]
    assert kept(paragraphs(*P, line), {*P, line}) == [*P, line]
    headline = f"{name}: “The river stays”"
    assert kept(f"<h1>{headline}</h1>" + paragraphs(*P, line), {*P, line}, headline=headline) == [*P, line]


def test_the_same_before_other_words_stays() -> None:
    """An article may say of a person what a biography says."""
    lines = [P[0], "Mira Ostrow is the director of the line.", *P[1:]]
    assert kept(paragraphs(*lines), set(lines)) == lines


def test_a_heading_with_nothing_below_it_goes() -> None:
    chosen = {*P, "Our most read stories"}
    assert kept(paragraphs(*P) + "<h2>Our most read stories</h2>", chosen) == P
    assert kept(paragraphs(*P[:2]) + "<h2>Our most read stories</h2>" + paragraphs(*P[2:]), chosen) == [
        *P[:2],
        "Our most read stories",
        *P[2:],
    ]


@pytest.mark.parametrize("heading", ["“Let the herons have the house.”", "Final score: Harlan 2, Arlen 1"])
def test_a_heading_that_says_something_stays(heading: str) -> None:
    assert kept(paragraphs(*P) + f"<h3>{heading}</h3>", {*P, heading}) == [*P, heading]


def test_a_list_that_is_set_in_headings_stays() -> None:
    headings = ["Best ferry", "Best pier"]
    markup = paragraphs(*P, "The winners are:") + "".join(f"<h3>{h}</h3>" for h in headings)
    assert kept(markup, {*P, "The winners are:", *headings}) == [*P, "The winners are:", *headings]


def test_headings_that_are_the_article_stay() -> None:
    """A list of pictures under headings."""
    headings = ["The pier", "The weir", "The mill", "The ferry itself"]
    assert kept("".join(f"<h2>{h}</h2><img src=/{i}>" for i, h in enumerate(headings)), set(headings)) == headings


def test_headings_with_a_line_each_stay() -> None:
    """The last has its picture below it, as those before have theirs."""
    markup = "".join(f"<h2>Pier {'ABCD'[i]}</h2><p>{line}</p>" for i, line in enumerate(P[:3])) + "<h2>Pier D</h2><img src=/d>"
    assert kept(markup, {*P, "Pier A", "Pier B", "Pier C", "Pier D"})[-1] == "Pier D"


def test_no_more_than_a_few_lines_go() -> None:
    follow = "Follow The Harbour Gazette on Facebook"
    text = [f"{line} {i}" for i in range(4) for line in P]
    assert kept(paragraphs(*text, *[follow] * 11), {*text, follow}) == [*text, *[follow] * 3]


def test_a_short_article_keeps_its_first_lines() -> None:
    lines = ["Mira Ostrow is a reporter at The Harbour Gazette."] * 2
    assert kept(paragraphs(*lines), set(lines)) == lines


@pytest.mark.parametrize(
    ("label", "below", "stays"),
    [
        ("This might be interesting to you:", "<ul><li><a href='/x'>The pier that was never built</a></li></ul>", False),
        ("Verwandte Artikel:", "<p><a href='/x'>Der lange Streit um die Fähre</a></p>", False),
        ("The ferry sails on:", "<p>Mondays and Fridays</p>", True),
        ("We asked the captain what he thinks, and this is what he said:", "<p><a href='/x'>The pier</a></p>", True),
        ("The full list of stops:", "<ul><li><a href='/x'>Old quay</a></li></ul>", True),
        ("The ferry stays", "<p><a href='/x'>The pier that was never built</a></p>", True),
    ],
)
def test_a_label_of_links_that_go_goes_with_them(label: str, below: str, stays: bool) -> None:
    assert kept(paragraphs(*P, label) + below, {*P, label}) == [*P, *([label] if stays else [])]
