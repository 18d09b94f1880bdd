"""Frequent words of some fifty languages, and the scripts of the others: enough to tell one news text from another.

The words (`stopwords.txt`, written for this project) are the function words of each language: articles, pronouns, prepositions,
forms of "to be".
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

# First and last code point of each script that tells something, with the language where it tells all.
SCRIPTS: tuple[tuple[int, int, str, str | None], ...] = (
    (0x0370, 0x03FF, "Grek", "el"), (0x0400, 0x052F, "Cyrl", None), (0x0530, 0x058F, "Armn", "hy"),
    (0x0590, 0x05FF, "Hebr", None), (0x0600, 0x06FF, "Arab", None), (0x0900, 0x097F, "Deva", None),
    (0x0980, 0x09FF, "Beng", None), (0x0A00, 0x0A7F, "Guru", "pa"), (0x0A80, 0x0AFF, "Gujr", "gu"),
    (0x0B00, 0x0B7F, "Orya", "or"), (0x0B80, 0x0BFF, "Taml", "ta"), (0x0C00, 0x0C7F, "Telu", "te"),
    (0x0C80, 0x0CFF, "Knda", "kn"), (0x0D00, 0x0D7F, "Mlym", "ml"), (0x0D80, 0x0DFF, "Sinh", "si"),
    (0x0E00, 0x0E7F, "Thai", "th"), (0x0E80, 0x0EFF, "Laoo", "lo"), (0x0F00, 0x0FFF, "Tibt", "bo"),
    (0x1000, 0x109F, "Mymr", "my"), (0x10A0, 0x10FF, "Geor", "ka"), (0x1200, 0x137F, "Ethi", "am"),
    (0x1780, 0x17FF, "Khmr", "km"), (0x1F00, 0x1FFF, "Grek", "el"), (0x3040, 0x30FF, "Kana", "ja"),
    (0x4E00, 0x9FFF, "Hani", "zh"), (0xAC00, 0xD7AF, "Hang", "ko"), (0xFB50, 0xFDFF, "Arab", None),
    (0xFE70, 0xFEFF, "Arab", None),
)  # fmt: skip
# Frequent characters that are written differently on the mainland and in Taiwan or Hong Kong.
SIMPLIFIED = frozenset("们这国来说时个为会对发现学过还没经长开动关问间业东车马书见体点号与于后里")
TRADITIONAL = frozenset("們這國來說時個為會對發現學過還沒經長開動關問間業東車馬書見體點號與於後裡")


@cache
def stop_words() -> dict[str, tuple[tuple[str, float], ...]]:
    """The languages of each word, with its weight: a word of many languages says little for each. Read on first use."""
    owners: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("stopwords.txt").read_text("utf-8").splitlines():
        language, _, words = line.partition(": ")
        if not language.startswith("#"):
            for word in set(words.split()):
                owners.setdefault(word, []).append(language)
    return {word: tuple((language, 1 / len(languages)) for language in languages) for word, languages in owners.items()}
