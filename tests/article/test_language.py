"""Languages: by words and script, against what pages declare."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.article.language import alike, find_language, language_of, language_tag

if TYPE_CHECKING:
    from tests.article.conftest import CluesOf

SENTENCES = {
    "en": "The council said on Monday that it would rebuild the pier which was broken by a storm in the winter.",
    "de": "Der Rat hat am Montag beschlossen, dass die Mole wieder aufgebaut wird, die im Winter von einem Sturm zerstört wurde.",
    "fr": "Le conseil a décidé lundi que la jetée sera reconstruite, après la tempête qui avait détruit une partie du port dans la nuit.",
    "es": "El consejo decidió el lunes que el muelle será reconstruido, porque la tormenta lo había destruido en una noche de los meses fríos.",
    "pt": "O conselho decidiu na segunda-feira que o cais será reconstruído, porque a tempestade não deixou mais do que uma parte dele em pé.",
    "it": "Il consiglio ha deciso lunedì che il molo sarà ricostruito, perché la tempesta non ha lasciato che una parte della struttura.",
    "nl": "De raad heeft maandag besloten dat de pier wordt herbouwd, omdat een storm in de winter er niet veel van heeft overgelaten.",
    "sv": "Rådet beslutade på måndagen att piren ska byggas upp igen, eftersom en storm inte hade lämnat mycket av den kvar efter vintern.",
    "da": "Rådet besluttede mandag, at molen skal bygges op igen, efter at en storm i vinter ikke havde efterladt meget af den.",
    "fi": "Neuvosto päätti maanantaina, että laituri rakennetaan uudelleen, koska myrsky ei ollut jättänyt siitä paljon ja se on vaarallinen.",
    "pl": "Rada zdecydowała w poniedziałek, że molo zostanie odbudowane, ponieważ burza nie zostawiła z niego wiele, ale nie wiadomo, kiedy.",
    "cs": "Rada v pondělí rozhodla, že molo bude znovu postaveno, protože bouře z něj v zimě nic nenechala, ale není jasné kdy.",
    "hu": "A tanács hétfőn úgy döntött, hogy a mólót újra felépítik, mert a vihar nem hagyott belőle sokat, és ez már veszélyes.",
    "ro": "Consiliul a decis luni că digul va fi reconstruit, pentru că furtuna nu a lăsat din el mai mult decât o parte și este periculos.",
    "tr": "Meclis pazartesi günü iskelenin yeniden yapılması için bir karar aldı, çünkü fırtına ondan çok az bir şey bıraktı ve bu da tehlikeli.",
    "id": "Dewan memutuskan pada hari Senin bahwa dermaga itu akan dibangun kembali karena badai tidak menyisakan banyak dari dermaga tersebut.",
    "vi": "Hội đồng đã quyết định vào thứ Hai rằng cầu cảng sẽ được xây lại vì cơn bão không để lại nhiều và đó là một mối nguy cho người dân.",
    "ru": "Совет решил в понедельник, что пирс будет построен заново, так как шторм не оставил от него почти ничего, и это было опасно.",
    "uk": "Рада вирішила в понеділок, що пірс буде збудовано знову, бо шторм не залишив від нього майже нічого, і це було небезпечно.",
    "bg": "Съветът реши в понеделник, че кеят ще бъде построен отново, защото бурята не е оставила много от него и това е опасно.",
    "el": "Το συμβούλιο αποφάσισε τη Δευτέρα ότι η προβλήτα θα ξαναχτιστεί.",
    "ar": "قرر المجلس يوم الاثنين أن الرصيف الذي دمرته العاصفة في الشتاء سوف يبنى من جديد بعد أن كان ذلك غير ممكن",
    "fa": "شورا روز دوشنبه تصمیم گرفت که اسکله را که در زمستان با طوفان خراب شده بود دوباره برای مردم این شهر بسازد",
    "he": "המועצה החליטה ביום שני כי הרציף ייבנה מחדש, אבל לא על ידי העירייה",
    "hi": "परिषद ने सोमवार को कहा कि घाट को फिर से बनाया जाएगा और यह काम एक साल में होगा",
    "th": "สภาตัดสินใจเมื่อวันจันทร์ว่าจะสร้างท่าเรือขึ้นใหม่",
    "ja": "議会は月曜日に桟橋を再建することを決めた。",
    "ko": "의회는 월요일에 부두를 다시 짓기로 결정했다.",
    "zh-Hans": "议会周一决定重建码头，这个码头去年冬天被风暴毁坏，现在还没有开放。",
    "zh-Hant": "議會週一決定重建碼頭，這個碼頭去年冬天被風暴毀壞，現在還沒有開放。",
}


CROATIAN = (
    "Vijeće je u ponedjeljak odlučilo da će se gat ponovno graditi jer oluja nije ostavila mnogo od njega, ali nije jasno kada."
)


@pytest.mark.parametrize(("language", "sentence"), SENTENCES.items(), ids=list(SENTENCES))
def test_language_of_a_sentence(language: str, sentence: str) -> None:
    """One sentence of news tells its language."""
    assert language_of(sentence)[0] == language


@pytest.mark.parametrize(
    ("raw", "tag"),
    [
        pytest.param("en_US", "en-US", id="locale"),
        pytest.param("DE", "de", id="case"),
        pytest.param("zh-hant-tw", "zh-Hant-TW", id="script"),
        pytest.param("de-DE-formal", "de-DE", id="variant"),
        pytest.param("es-419", "es-419", id="region-number"),
        pytest.param("iw", "he", id="old-code"),
        pytest.param("lang=", None, id="rubbish"),
        pytest.param("english", None, id="name"),
        pytest.param("und", None, id="undetermined"),
    ],
)
def test_declared_tags(raw: str, tag: str | None) -> None:
    """Declarations become BCP 47 tags, or nothing."""
    assert language_tag(raw) == tag


@pytest.mark.parametrize(
    ("lang", "head", "body", "language", "noted"),
    [
        pytest.param("en-GB", "", SENTENCES["en"], "en-GB", False, id="region-kept"),
        pytest.param(
            "en", "<meta property=og:locale content=en_GB>", SENTENCES["en"], "en-GB", False, id="region-from-the-locale"
        ),
        pytest.param("en", "<meta property=og:locale content=en_US>", SENTENCES["en"], "en", False, id="default-locale"),
        pytest.param("en", "", SENTENCES["de"], "de", True, id="contradicted"),
        pytest.param("bs-BA", "", CROATIAN, "bs-BA", False, id="too-like-to-contradict"),
        pytest.param("", "", SENTENCES["pl"], "pl", False, id="undeclared"),
        pytest.param("de", "", "12345", "de", False, id="wordless"),
    ],
)
def test_declared_against_words(clues_of: CluesOf, lang: str, head: str, body: str, language: str, noted: bool) -> None:
    """Words bear a declaration out or overrule it, with a note."""
    found = find_language(
        clues_of(f"<html lang='{lang}'><head>{head}</head><body><article><p>{body}</p></article></body></html>")
    )
    assert found.value == language
    assert [note.code for note in found.notes] == (["language.contradicted"] if noted else [])


def test_nothing_said_nothing_found(clues_of: CluesOf) -> None:
    """A page without words and declaration has no language."""
    assert find_language(clues_of("1 2 3")).value is None


def test_alike() -> None:
    """Norwegian's names are alike; German is not Dutch."""
    assert alike("no", "nb-NO")
    assert not alike("de", "nl")


@given(st.text())
def test_any_text(text: str) -> None:
    """Any text has a language or none."""
    language, sure = language_of(text)
    assert language is not None or not sure
