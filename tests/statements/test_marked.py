"""Attributions by rules, in every language that has cue words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.statements.cues import cues
from dateline.statements.marked import find_marked

# language, text, [(speaker, cue, content pieces)]
CASES: dict[str, tuple[str, str, list[tuple[str, str, list[str]]]]] = {
    "german": ("de", "„Wir werden das prüfen“, sagte Bürgermeisterin Anna Holm am Montag. „Das dauert.“",
               [("Bürgermeisterin Anna Holm", "sagte", ["„Wir werden das prüfen“", "„Das dauert.“"])]),
    "german before": ("de", "Und er sagte: „Nein.“", [("er", "sagte", ["„Nein.“"])]),
    "german clause": ("de", "Der Minister erklärte, dass die Brücke bis Mai fertig sei.",
                      [("Der Minister", "erklärte", ["dass die Brücke bis Mai fertig sei"])]),
    "french": ("fr", "« Nous partirons », a déclaré le ministre de la Défense, Paul Rive, mardi.",
               [("le ministre de la Défense, Paul Rive", "déclaré", ["« Nous partirons »"])]),
    "french inverted": ("fr", "« Oui », a-t-elle répondu.", [("elle", "a-t-elle", ["« Oui »"])]),
    "french phrase": ("fr", "Selon la police, deux personnes ont été blessées.",
                      [("la police", "Selon", ["deux personnes ont été blessées"])]),
    "french clause": ("fr", "Marie Duval a affirmé que le pont serait rouvert en mai.",
                      [("Marie Duval", "affirmé", ["que le pont serait rouvert en mai"])]),
    "french dialogue": ("fr", "– Non, dit Marie.", [("Marie", "dit", ["Non"])]),
    "spanish": ("es", "«No habrá acuerdo», dijo el presidente Luis Mora en rueda de prensa.",
                [("el presidente Luis Mora", "dijo", ["«No habrá acuerdo»"])]),
    "spanish clause": ("es", "El alcalde aseguró que el puente abrirá en mayo.",
                       [("El alcalde", "aseguró", ["que el puente abrirá en mayo"])]),
    "spanish dialogue": ("es", "—No puedo —dijo Ana—. Mañana iré.", [("Ana", "dijo", ["No puedo", "Mañana iré."])]),
    "italian": ("it", "“Non ci sarà accordo”, ha detto il sindaco Mario Riva.",
                [("il sindaco Mario Riva", "detto", ["“Non ci sarà accordo”"])]),
    "portuguese": ("pt", "“Não haverá acordo”, disse o prefeito João Lima.",
                   [("o prefeito João Lima", "disse", ["“Não haverá acordo”"])]),
    "dutch": ("nl", "‘Er komt geen akkoord’, zei burgemeester Jan de Wit. Zij zegt dat de brug in mei opent.",
              [("burgemeester Jan de Wit", "zei", ["‘Er komt geen akkoord’"]), ("Zij", "zegt", ["dat de brug in mei opent"])]),
    "russian": ("ru", "«Мы уходим», — заявил министр Иван Петров. По словам Петрова, мост откроют в мае.",
                [("министр Иван Петров", "заявил", ["«Мы уходим»"]), ("Петрова", "По словам", ["мост откроют в мае"])]),
    "arabic": ("ar", "قال الوزير أحمد سالم إن القوات ستغادر. وأضاف: «لن نبقى».",
               [("الوزير أحمد سالم", "قال", ["إن القوات ستغادر"]), ("", "وأضاف", ["«لن نبقى»"])]),
    "persian": ("fa", "علی رضایی گفت: «نیروها خارج می‌شوند». به گفته پلیس، کسی زخمی نشد.",
                [("علی رضایی", "گفت", ["«نیروها خارج می‌شوند»"]), ("پلیس", "به گفته", ["کسی زخمی نشد"])]),
    "chinese": ("zh", "市长王明表示：“大桥将于五月开放。”“我们会努力，”他说。",
                [("市长王明", "表示", ["“大桥将于五月开放。”"]), ("他", "说", ["“我们会努力，”"])]),
    "english": ("en", "The minister, Paul Rive, said: “No.” According to the police, nobody was hurt.",
                [("The minister, Paul Rive", "said", ["“No.”"]), ("the police", "According to", ["nobody was hurt"])]),
    "words in marks": ("de", "Das „neue“ Haus steht. Der „alte Turm“ fiel.", []),
    "a noun like a verb": ("es", "Retiró una denuncia que «no era» verdad.", []),
    "no cue": ("fr", "Le film « Un été » sort mardi.", []),
    "next line": ("de", "Der Minister sagte:\n„Wir gehen jetzt nach Hause.“", [("Der Minister", "sagte", ["„Wir gehen jetzt nach Hause.“"])]),
}  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), CASES.values(), ids=CASES.keys())
def test_by_rules(language: str, text: str, expected: list[tuple[str, str, list[str]]]) -> None:
    """Each language's marks, cues and word order give content, cue and speaker."""
    words = cues(language)
    assert words is not None
    found = find_marked(text, words)
    assert [
        (
            " ".join(span.of(text) for span in said.speaker),
            " ".join(span.of(text) for span in said.cue),
            [span.of(text) for span in said.content],
        )
        for said in found
    ] == expected


def test_unknown_language() -> None:
    """A language without a list has no cue words."""
    assert cues("fi") is None


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "“",
                "”",
                "«",
                "»",
                '"',
                "—",
                "-",
                "\n",
                ". ",
                ", ",
                ": ",
                "said ",
                "He ",
                "dijo ",
                "Ana ",
                "que ",
                "that ",
                "According to ",
                "word ",
                " ",
            ]
        )
    ),
    st.sampled_from(["en", "es"]),
)
def test_any_text(pieces: list[str], language: str) -> None:
    """Spans stay in range and have words in them, whatever stands beside what."""
    text = "".join(pieces)
    words = cues(language)
    assert words is not None
    for said in find_marked(text, words):
        for span in (*said.content, *said.cue, *said.speaker):
            assert 0 <= span.start < span.end <= len(text)
            assert span.of(text).strip()
