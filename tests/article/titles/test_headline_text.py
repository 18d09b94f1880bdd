"""The headline of plain text: a short line above the body, or none."""

from __future__ import annotations

import pytest

from dateline.article.titles.headline import find_headline
from dateline.page import Limits, build_page
from dateline.records import Capture, Page

BODY = (
    "The river Oster has gone back into its bed after nine days, and the people of the lower town have begun to sweep the mud from "
    "their kitchens, the county said on Friday.\n"
    "Nobody knows what the floods have cost; the county speaks of forty houses, the insurers of ninety, and neither has been to see.\n"
    "The bridge at Lower Oster stays closed until engineers have looked at its piers, which the floods have laid bare to the rock.\n"
)
KOERPER = (
    "Die Oster ist nach neun Tagen in ihr Bett zurückgekehrt, und die Leute in der Unterstadt haben begonnen, den Schlamm aus ihren Küchen "
    "zu kehren, teilte der Landkreis am Freitag mit.\n"
    "Niemand weiß, was die Flut gekostet hat; der Landkreis spricht von vierzig Häusern, die Versicherer von neunzig, und gesehen hat es keiner.\n"
    "Die Brücke in Unteroster bleibt gesperrt, bis Ingenieure ihre Pfeiler untersucht haben, die von der Flut bis auf den Fels freigelegt sind.\n"
)
SHORT = (
    "The river Oster has gone back into its bed, and the people of the lower town sweep the mud from their kitchens.\n"
    "Nobody knows what the floods have cost.\nThe bridge at Lower Oster stays closed until engineers have seen its piers.\n"
)
HONBUN = (
    "九日間続いた増水のあと、オスター川の水位は金曜日までに平年並みに戻り、下町の住民は台所に流れ込んだ泥をかき出す作業を始めた。県が同日発表した。\n"
    "被害額はまだ分かっていない。県は住宅四十棟、保険会社は九十棟が浸水したとみているが、現地を確かめた者はいないという。関係者が明らかにした。\n"
    "下オスターの橋は、洪水で岩盤まで露出した橋脚の点検が終わるまで通行止めが続く見通しで、再開の時期は決まっていない。\n"
)
WITH = {
    "first line": ("Oster floods recede after nine days\n" + BODY, "Oster floods recede after nine days"),
    "below a menu": (
        "Home\nNews\nSport\nSign in\nOster floods recede after nine days\nBy Jane Doyle\n3 May 2024\n" + BODY,
        "Oster floods recede after nine days",
    ),
    "above a standfirst and credits": (
        "News | Region\nOster floods recede after nine days\nPeople in the lower town begin to sweep the mud from their kitchens\n"
        "By Jane Doyle\nPublished 3 May 2024 at 10:20\n" + BODY,
        "Oster floods recede after nine days",
    ),
    "in guillemets": (
        "« Les crues de l’Oster reculent après neuf jours »\nJean Aubry\nChroniqueur à La Gazette\nPublié le 3 mai 2024\n" + BODY,
        "« Les crues de l’Oster reculent après neuf jours »",
    ),
    "said twice": (
        "Home / News / Oster floods recede after nine days\nLower town\nOster floods recede after nine days\nShare\n" + BODY,
        "Oster floods recede after nine days",
    ),
    "page title first": (
        "Oster floods recede after nine days | Northern Post\nHome\nShop\nOster floods recede after nine days\n3 May 2024\n"
        + BODY,
        "Oster floods recede after nine days",
    ),
    "not a caption": (
        "Oster floods recede after nine days\nThe bridge at Lower Oster on Friday. Photo: Tom Ashby\n" + BODY,
        "Oster floods recede after nine days",
    ),
    "German": (
        "Startseite\nOster-Hochwasser geht nach neun Tagen zurück\nVon Karla Brandtner\n" + KOERPER,
        "Oster-Hochwasser geht nach neun Tagen zurück",
    ),
    "Japanese": (
        "社会\nオスター川の水位、九日ぶりに平年並みに\n2024年5月3日 10時20分\n" + HONBUN,
        "オスター川の水位、九日ぶりに平年並みに",
    ),
    "notice above": (
        "Menu\nAbo\nNote on affiliate links: all products are chosen by our newsroom on its own. If you buy through one of the links "
        "below, the shop pays us a commission, which does not change what you pay.\nOn the river\n"
        "Oster floods recede after nine days\nBy Jane Doyle\n3 May 2024\n" + BODY,
        "Oster floods recede after nine days",
    ),
    "printed twice below a caption": (
        "High boots: the lower town on Friday\nListen\nOster floods recede after nine days\n"
        "Oster floods recede after nine days\n" + BODY,
        "Oster floods recede after nine days",
    ),
    "below a caption with its credit, printed twice": (
        "The lower town of Oster marked nine days of floods on 3.5.2024 with its bells. Photo: T. Ashby\n" * 2
        + "Oster floods recede after nine days\n"
        + BODY,
        "Oster floods recede after nine days",
    ),
    "another script's words in the address above": (
        "Oster floods recede after nine days\nオスター川の水位、九日ぶりに平年並みに\n2024年5月3日 10時20分\n" + HONBUN,
        "オスター川の水位、九日ぶりに平年並みに",
    ),
    "short sentences": (
        "Oster floods recede after nine days\nBy Jane Doyle\n" + SHORT,
        "Oster floods recede after nine days",
    ),
    "decorated": ("LIVE: Oster floods recede after nine days\n" + BODY, "Oster floods recede after nine days"),
}
WITHOUT = {
    "text alone": BODY,
    "labels above": "News ID: 4711\nPublish Date : 03 May 2024 - 10:20\n\n\nBy: Northern Post Staff Writer\n\n"
    + BODY
    + "\n* Comment:",
    "date above": "3 May 2024, 10:20\n" + BODY,
    "byline above": "By Jane Doyle\n" + BODY,
    "empty": "",
    "one word": "Floods",
}


def _page(text: str) -> Page:
    return build_page(Capture(content=text.encode(), media_type="text/plain", charset="utf-8"), limits=Limits())


@pytest.mark.parametrize("case", WITH)
def test_headline_of_text(case: str) -> None:
    """The line is told from menus, crumbs, standfirsts, bylines, dates and captions."""
    text, headline = WITH[case]
    found = find_headline(_page(text))
    assert found.value == headline
    (chosen,) = [evidence for evidence in found.evidence if evidence.chosen]
    assert chosen.span is not None
    assert chosen.span.of(text) == chosen.raw


@pytest.mark.parametrize("case", WITHOUT)
def test_none_is_made_up(case: str) -> None:
    """The first sentence, a label, a date or a byline is never promoted to a headline."""
    found = find_headline(_page(WITHOUT[case]))
    assert found.value is None
    assert [note.code for note in found.notes] == ["headline.none"]
