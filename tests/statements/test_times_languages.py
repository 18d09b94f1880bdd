"""Time expressions in other languages than English."""

from __future__ import annotations

from datetime import date

import pytest

from dateline.statements import TimeExpression, find_times
from dateline.statements.languages import guess

# A Tuesday.
PUBLISHED = date(2021, 11, 23)

CASES = {
    "de": [
        ("Die Sitzung wird am 31. Dezember stattfinden.", "31. Dezember | DATE 2021-12-31 | 2021-12-31..2021-12-31 | event"),
        ("Er wurde am Freitag verhaftet.", "Freitag | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
        ("Sie will am Freitag kommen.", "Freitag | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
        ("bis Ende 2025", "Ende 2025 | DATE 2025 | ..2025-12-31 | deadline"),
        ("im März 2022", "März 2022 | DATE 2022-03 | 2022-03-01..2022-03-31 | event"),
        ("vor drei Jahren", "vor drei Jahren | DATE 2018 | 2018-01-01..2018-12-31 | event"),
        ("in zwei Wochen wird gewählt", "zwei Wochen | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
        ("nächste Woche", "nächste Woche | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("seit Montag", "Montag | DATE 2021-11-22 | 2021-11-22.. | start"),
        ("im ersten Quartal 2023", "ersten Quartal 2023 | DATE 2023-Q1 | 2023-01-01..2023-03-31 | event"),
        ("Anfang Mai", "Anfang Mai | DATE 2022-05 | 2022-05-01..2022-05-10 | event vague"),
        ("die 1990er Jahre", "1990er Jahre | DATE 199 | 1990-01-01..1999-12-31 | event"),
        ("innerhalb von sechs Monaten", "sechs Monaten | DURATION P6M | 2021-11-23..2022-05-23 | deadline"),
        ("gestern Abend um 20 Uhr", "gestern Abend um 20 Uhr | TIME 2021-11-22T20:00 | 2021-11-22..2021-11-22 | event"),
        ("in den kommenden Monaten", "den kommenden Monaten | DURATION PXM | 2021-11-23.. | duration vague"),
        ("heute", "heute | DATE 2021-11-23 | 2021-11-23..2021-11-23 | event"),
        ("bis zum 31. August", "31. August | DATE 2022-08-31 | ..2022-08-31 | deadline"),
        (
            "am Dienstag, den 2. November 2021, um 20.15 Uhr",
            "Dienstag, den 2. November 2021, um 20.15 Uhr | TIME 2021-11-02T20:15 | 2021-11-02..2021-11-02 | event",
        ),
    ],
    "fr": [
        ("Il a été arrêté vendredi.", "vendredi | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
        ("Ils se réuniront vendredi.", "vendredi | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
        ("d'ici le 31 décembre", "31 décembre | DATE 2021-12-31 | ..2021-12-31 | deadline"),
        ("avant la fin de l'année", "la fin de l'année | DATE 2021 | ..2021-12-31 | deadline"),
        ("il y a trois ans", "il y a trois ans | DATE 2018 | 2018-01-01..2018-12-31 | event"),
        ("la semaine prochaine", "la semaine prochaine | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("en mars 2022", "mars 2022 | DATE 2022-03 | 2022-03-01..2022-03-31 | event"),
        ("le premier trimestre 2023", "le premier trimestre 2023 | DATE 2023-Q1 | 2023-01-01..2023-03-31 | event"),
        ("dans deux semaines", "deux semaines | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
        ("au cours des prochains mois", "prochains mois | DURATION PXM | 2021-11-23.. | duration vague"),
        ("depuis 2014", "2014 | DATE 2014 | 2014-01-01.. | start"),
        ("hier soir", "hier soir | TIME 2021-11-22TEV | 2021-11-22..2021-11-22 | event"),
        ("aujourd'hui", "aujourd'hui | DATE 2021-11-23 | 2021-11-23..2021-11-23 | event"),
        ("les années 1990", "les années 1990 | DATE 199 | 1990-01-01..1999-12-31 | event"),
        ("le mois dernier", "le mois dernier | DATE 2021-10 | 2021-10-01..2021-10-31 | event"),
        ("jusqu'à la fin du mois", "à la fin du mois | DATE 2021-11 | ..2021-11-30 | deadline"),
        ("début mai", "début mai | DATE 2022-05 | 2022-05-01..2022-05-10 | event vague"),
    ],
    "es": [
        ("Fue detenido el viernes.", "viernes | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
        ("Se reunirán el viernes.", "viernes | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
        ("antes del 31 de diciembre", "31 de diciembre | DATE 2021-12-31 | ..2021-12-30 | deadline"),
        ("a finales de 2025", "a finales de 2025 | DATE 2025 | 2025-12-01..2025-12-31 | event"),
        ("hace tres años", "hace tres años | DATE 2018 | 2018-01-01..2018-12-31 | event"),
        ("la próxima semana", "la próxima semana | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("en marzo de 2022", "marzo de 2022 | DATE 2022-03 | 2022-03-01..2022-03-31 | event"),
        ("el primer trimestre de 2023", "el primer trimestre de 2023 | DATE 2023-Q1 | 2023-01-01..2023-03-31 | event"),
        ("dentro de dos semanas", "dentro de dos semanas | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
        ("en los próximos meses", "los próximos meses | DURATION PXM | 2021-11-23.. | duration vague"),
        ("desde 2014", "2014 | DATE 2014 | 2014-01-01.. | start"),
        ("ayer", "ayer | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event"),
        ("el mes pasado", "el mes pasado | DATE 2021-10 | 2021-10-01..2021-10-31 | event"),
        ("los años 90", "los años 90 | DATE 199 | 1990-01-01..1999-12-31 | event"),
        ("el año que viene", "el año que viene | DATE 2022 | 2022-01-01..2022-12-31 | event"),
        ("mañana", "mañana | DATE 2021-11-24 | 2021-11-24..2021-11-24 | event"),
    ],
    "it": [
        ("È stato arrestato venerdì.", "venerdì | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
        ("entro il 31 dicembre", "31 dicembre | DATE 2021-12-31 | ..2021-12-31 | deadline"),
        ("entro la fine dell'anno", "la fine dell'anno | DATE 2021 | ..2021-12-31 | deadline"),
        ("tre anni fa", "tre anni fa | DATE 2018 | 2018-01-01..2018-12-31 | event"),
        ("la prossima settimana", "la prossima settimana | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("nel marzo 2022", "marzo 2022 | DATE 2022-03 | 2022-03-01..2022-03-31 | event"),
        ("il primo trimestre del 2023", "il primo trimestre del 2023 | DATE 2023-Q1 | 2023-01-01..2023-03-31 | event"),
        ("tra due settimane", "due settimane | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
        ("nei prossimi mesi", "prossimi mesi | DURATION PXM | 2021-11-23.. | duration vague"),
        ("dal 2014", "2014 | DATE 2014 | 2014-01-01.. | start"),
        ("ieri sera", "ieri sera | TIME 2021-11-22TEV | 2021-11-22..2021-11-22 | event"),
        ("lo scorso mese", "lo scorso mese | DATE 2021-10 | 2021-10-01..2021-10-31 | event"),
        ("l'anno scorso", "l'anno scorso | DATE 2020 | 2020-01-01..2020-12-31 | event"),
        ("domani", "domani | DATE 2021-11-24 | 2021-11-24..2021-11-24 | event"),
    ],
    "pt": [
        ("Foi preso na sexta-feira.", "sexta-feira | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
        ("até 31 de dezembro", "31 de dezembro | DATE 2021-12-31 | ..2021-12-31 | deadline"),
        ("até o final do ano", "o final do ano | DATE 2021 | ..2021-12-31 | deadline"),
        ("há três anos", "há três anos | DATE 2018 | 2018-01-01..2018-12-31 | event"),
        ("na próxima semana", "próxima semana | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("em março de 2022", "março de 2022 | DATE 2022-03 | 2022-03-01..2022-03-31 | event"),
        ("o primeiro trimestre de 2023", "o primeiro trimestre de 2023 | DATE 2023-Q1 | 2023-01-01..2023-03-31 | event"),
        ("daqui a duas semanas", "daqui a duas semanas | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
        ("nos próximos meses", "próximos meses | DURATION PXM | 2021-11-23.. | duration vague"),
        ("desde 2014", "2014 | DATE 2014 | 2014-01-01.. | start"),
        ("ontem", "ontem | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event"),
        ("no mês passado", "mês passado | DATE 2021-10 | 2021-10-01..2021-10-31 | event"),
        ("amanhã", "amanhã | DATE 2021-11-24 | 2021-11-24..2021-11-24 | event"),
    ],
    "nl": [
        ("Hij werd vrijdag gearresteerd.", "vrijdag | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
        ("Zij zal vrijdag komen.", "vrijdag | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
        ("uiterlijk 31 december", "31 december | DATE 2021-12-31 | ..2021-12-31 | deadline"),
        ("voor het einde van het jaar", "het einde van het jaar | DATE 2021 | ..2021-12-31 | deadline"),
        ("drie jaar geleden", "drie jaar geleden | DATE 2018 | 2018-01-01..2018-12-31 | event"),
        ("volgende week", "volgende week | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("in maart 2022", "maart 2022 | DATE 2022-03 | 2022-03-01..2022-03-31 | event"),
        ("het eerste kwartaal van 2023", "het eerste kwartaal van 2023 | DATE 2023-Q1 | 2023-01-01..2023-03-31 | event"),
        ("over twee weken", "twee weken | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
        ("de komende maanden", "de komende maanden | DURATION PXM | 2021-11-23.. | duration vague"),
        ("sinds 2014", "2014 | DATE 2014 | 2014-01-01.. | start"),
        ("gisteren", "gisteren | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event"),
        ("vorige maand", "vorige maand | DATE 2021-10 | 2021-10-01..2021-10-31 | event"),
        ("begin mei", "begin mei | DATE 2022-05 | 2022-05-01..2022-05-10 | event vague"),
    ],
    "ru": [
        ("Он был арестован в пятницу.", "пятницу | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
        ("Встреча состоится в пятницу, она будет короткой.", "пятницу | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
        ("до 31 декабря", "31 декабря | DATE 2021-12-31 | ..2021-12-31 | deadline"),
        ("до конца года", "конца года | DATE 2021 | ..2021-12-31 | deadline"),
        ("три года назад", "три года назад | DATE 2018 | 2018-01-01..2018-12-31 | event"),
        ("на следующей неделе", "следующей неделе | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("в марте 2022 года", "марте 2022 года | DATE 2022-03 | 2022-03-01..2022-03-31 | event"),
        ("в первом квартале 2023 года", "первом квартале 2023 года | DATE 2023-Q1 | 2023-01-01..2023-03-31 | event"),
        ("через две недели", "две недели | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
        ("через неделю", "неделю | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("в ближайшие месяцы", "ближайшие месяцы | DURATION PXM | 2021-11-23.. | duration vague"),
        ("с 2014 года", "2014 года | DATE 2014 | 2014-01-01.. | start"),
        ("вчера", "вчера | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event"),
        ("в прошлом месяце", "прошлом месяце | DATE 2021-10 | 2021-10-01..2021-10-31 | event"),
        ("в декабре", "декабре | DATE 2021-12 | 2021-12-01..2021-12-31 | event"),
        ("в 2020 году", "2020 году | DATE 2020 | 2020-01-01..2020-12-31 | event"),
        ("1990-е годы", "1990-е годы | DATE 199 | 1990-01-01..1999-12-31 | event"),
    ],
    "ar": [
        ("اعتقل يوم الجمعة", "يوم الجمعة | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
        ("سوف يجتمع يوم الجمعة", "يوم الجمعة | DATE 2021-11-26 | 2021-11-26..2021-11-26 | event"),
        ("بحلول 31 ديسمبر", "31 ديسمبر | DATE 2021-12-31 | ..2021-12-31 | deadline"),
        ("بحلول نهاية العام", "نهاية العام | DATE 2021 | ..2021-12-31 | deadline"),
        ("قبل ثلاث سنوات", "قبل ثلاث سنوات | DATE 2018 | 2018-01-01..2018-12-31 | event"),
        ("الأسبوع المقبل", "الأسبوع المقبل | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("في مارس 2022", "مارس 2022 | DATE 2022-03 | 2022-03-01..2022-03-31 | event"),
        ("بعد أسبوعين", "بعد أسبوعين | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
        ("الأشهر المقبلة", "الأشهر المقبلة | DURATION PXM | 2021-11-23.. | duration vague"),
        ("منذ عام 2014", "عام 2014 | DATE 2014 | 2014-01-01.. | start"),
        ("أمس", "أمس | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event"),
        ("الشهر الماضي", "الشهر الماضي | DATE 2021-10 | 2021-10-01..2021-10-31 | event"),
        ("31 كانون الأول", "31 كانون الأول | DATE 2021-12-31 | 2021-12-31..2021-12-31 | event"),
        ("قبل يومين", "قبل يومين | DATE 2021-11-21 | 2021-11-21..2021-11-21 | event"),
        ("خلال ستة أشهر", "ستة أشهر | DURATION P6M | 2021-11-23..2022-05-23 | deadline"),
        ("في تشرين الثاني/نوفمبر", "تشرين الثاني/نوفمبر | DATE 2021-11 | 2021-11-01..2021-11-30 | event"),
    ],
    "fa": [
        ("روز جمعه بازداشت شد", "روز جمعه | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
        ("تا ۳۱ دسامبر", "۳۱ دسامبر | DATE 2021-12-31 | ..2021-12-31 | deadline"),
        ("تا پایان سال", "پایان سال | DATE 2021-03-21/2022-03-20 | ..2022-03-20 | deadline"),
        ("سه سال پیش", "سه سال پیش | DATE 2018-03-21/2019-03-20 | 2018-03-21..2019-03-20 | event"),
        ("هفته آینده", "هفته آینده | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("در مارس ۲۰۲۲", "مارس ۲۰۲۲ | DATE 2022-03 | 2022-03-01..2022-03-31 | event"),
        ("دو هفته دیگر", "دو هفته دیگر | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
        ("ماه‌های آینده", "ماه‌های آینده | DURATION PXM | 2021-11-23.. | duration vague"),
        ("از سال ۲۰۱۴", "سال ۲۰۱۴ | DATE 2014 | 2014-01-01.. | start"),
        ("دیروز", "دیروز | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event"),
        ("ماه گذشته", "ماه گذشته | DATE 2021-10-23/2021-11-21 | 2021-10-23..2021-11-21 | event"),
        ("۱۰ آذر", "۱۰ آذر | DATE 2021-12-01 | 2021-12-01..2021-12-01 | event"),
        ("سال ۱۴۰۰", "سال ۱۴۰۰ | DATE 2021-03-21/2022-03-20 | 2021-03-21..2022-03-20 | event"),
        ("آذر ماه", "آذر ماه | DATE 2021-11-22/2021-12-21 | 2021-11-22..2021-12-21 | event"),
        ("امسال", "امسال | DATE 2021-03-21/2022-03-20 | 2021-03-21..2022-03-20 | event"),
    ],
    "zh": [
        ("2021年12月31日前", "2021年12月31日 | DATE 2021-12-31 | ..2021-12-30 | deadline"),
        ("他周五被捕", "周五 | DATE 2021-11-19 | 2021-11-19..2021-11-19 | event"),
        ("下周五将举行会议", "下周五 | DATE 2021-12-03 | 2021-12-03..2021-12-03 | event"),
        ("三年前", "三年前 | DATE 2018 | 2018-01-01..2018-12-31 | event"),
        ("下周", "下周 | DATE 2021-W48 | 2021-11-29..2021-12-05 | event"),
        ("2022年3月", "2022年3月 | DATE 2022-03 | 2022-03-01..2022-03-31 | event"),
        ("2023年第一季度", "2023年第一季度 | DATE 2023-Q1 | 2023-01-01..2023-03-31 | event"),
        ("两周后", "两周后 | DATE 2021-W49 | 2021-12-06..2021-12-12 | event"),
        ("未来几个月", "未来几个月 | DURATION PXM | 2021-11-23.. | duration vague"),
        ("自2014年以来", "2014年 | DATE 2014 | 2014-01-01.. | start"),
        ("昨天", "昨天 | DATE 2021-11-22 | 2021-11-22..2021-11-22 | event"),
        ("上个月", "上个月 | DATE 2021-10 | 2021-10-01..2021-10-31 | event"),
        ("今年年底", "今年年底 | DATE 2021-12-31 | 2021-12-31..2021-12-31 | event"),
        ("六个月内", "六个月 | DURATION P6M | 2021-11-23..2022-05-23 | deadline"),
        ("12月31日", "12月31日 | DATE 2021-12-31 | 2021-12-31..2021-12-31 | event"),
        ("去年", "去年 | DATE 2020 | 2020-01-01..2020-12-31 | event"),
    ],
}
ALL = [(language, text, expected) for language, cases in CASES.items() for text, expected in cases]


def shown(text: str, found: tuple[TimeExpression, ...]) -> str:
    """Expressions as the table writes them."""
    return " ; ".join(
        f"{time.span.of(text)} | {time.type} {time.value} | {time.start or ''}..{time.end or ''} | {time.role}"
        + " vague" * time.vague
        + " unresolved" * (not time.resolved)
        for time in found
    )


@pytest.mark.parametrize(("language", "text", "expected"), ALL, ids=[f"{language} {text}" for language, text, _ in ALL])
def test_languages(language: str, text: str, expected: str) -> None:
    """Days, months, weekdays, relative units and deadlines come out in every language that has a grammar."""
    assert shown(text, find_times(text, published=PUBLISHED, language=language)) == expected


def test_other_languages_have_their_dates() -> None:
    """In a language without a grammar, dates with a year are found, with clock and zone."""
    text = "Mötet hölls den 5 mars 2021 kl. 14:30."
    assert [(time.value, time.start) for time in find_times(text, language="sv")] == [("2021-03-05T14:30", date(2021, 3, 5))]


SPOKEN = [
    ("The council of the town said that it will not open the road.", "en"),
    ("Der Rat der Stadt hat mitgeteilt, dass die Straße nicht vor dem Herbst fertig wird.", "de"),
    ("Le conseil de la ville a annoncé que la route ne sera pas ouverte.", "fr"),
    ("El consejo de la ciudad dijo que la carretera no se abrirá.", "es"),
    ("Il consiglio della città ha detto che la strada non è pronta.", "it"),
    ("O conselho da cidade disse que a estrada não está pronta.", "pt"),
    ("De raad van de stad heeft gezegd dat de weg niet klaar is.", "nl"),
    ("قال مجلس المدينة إن الطريق لن يفتح في هذا العام", "ar"),
    ("شورای شهر گفت که این راه در سال آینده باز می‌شود", "fa"),
    ("Городской совет сообщил, что дорога не будет открыта", "ru"),
    ("市议会表示，这条路今年不会开放。", "zh"),
    ("市議会は、この道路は今年は開通しないと発表しました。", "und"),
    ("", "en"),
    ("A two-day visit ended.", "en"),
]


@pytest.mark.parametrize(("text", "language"), SPOKEN, ids=[f"{language} {text[:20]}" for text, language in SPOKEN])
def test_guess(text: str, language: str) -> None:
    """The language of a sentence or two is told by its script and its commonest words."""
    assert guess(text) == language
