"""Write `data/word-classes-en.txt.gz` anew: the word classes that English words can have, from two open lexicons.

The commonest tag of a word is the one in the lexicon of Brill's tagger (MIT licence), as TextBlob packs it; which other classes it can be in
comes from the SPECIALIST lexicon of the NIH, as LemmInflect (MIT licence) packs it. Words in small letters only; a class is kept when
enough words are in it. Run with `python -m training.make_word_classes`.
"""

from __future__ import annotations

import gzip
import re
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path

OUT = Path(__file__).resolve().parent.parent / "src" / "dateline" / "statements" / "data" / "word-classes-en.txt.gz"
# Fewer words than this make no class of their own.
_ENOUGH = 25
_WORD = re.compile(r"[a-z][a-z']*[a-z]")
_LETTERS = {"noun": "N", "verb": "V", "adj": "J", "adv": "R"}


def folder(package: str) -> Path:
    """Where an installed package lies; it is not loaded."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: pip install '.[train]'")
    return Path(spec.origin).parent


def tags() -> dict[str, str]:
    """The commonest tag of each word."""
    text = (folder("textblob") / "en" / "en-lexicon.txt").read_text(encoding="utf8")
    pairs = (line.split() for line in text.splitlines() if not line.startswith(";;;"))
    return {pair[0]: pair[1] for pair in pairs if len(pair) > 1 and _WORD.fullmatch(pair[0])}


def possible() -> dict[str, str]:
    """The letters of all classes that a word can be in."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    packed = (folder("lemminflect") / "resources" / "lemma_lu.csv.gz").read_bytes()
    for line in gzip.decompress(packed).decode().splitlines():
        word, kind, _ = line.split(",")
        found[word].add(_LETTERS.get(kind, "X"))
    return {word: "".join(sorted(letters)) for word, letters in found.items()}


def classes() -> dict[str, list[str]]:
    """The words of each class, `tag/letters`."""
    first, letters = tags(), possible()
    named = {word: f"{tag}/{letters.get(word, '')}" for word, tag in first.items()}
    counts = Counter(named.values())
    listed: defaultdict[str, list[str]] = defaultdict(list)
    for word, name in sorted(named.items()):
        kept = name if counts[name] >= _ENOUGH else name.partition("/")[0] + "/"
        if counts[kept] >= _ENOUGH:
            listed[kept].append(word)
    return dict(sorted(listed.items()))


def main() -> None:
    """Write the file; the same bytes each time."""
    text = "".join(f"{name} {' '.join(words)}\n" for name, words in classes().items())
    with OUT.open("wb") as file, gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write(text.encode())


if __name__ == "__main__":
    main()
