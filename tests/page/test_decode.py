"""Which charset a page is read in, and who decided."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.page.decode import decode

CASES = {
    "utf-8 mark": (b"\xef\xbb\xbfcaf\xc3\xa9", {}, "café", "utf-8", "byte order mark"),
    "utf-16 mark": (b"\xff\xfe" + "né".encode("utf-16-le"), {}, "né", "utf-16-le", "byte order mark"),
    "caller decides": ("Straße".encode("cp1252"), {"charset": "windows-1252"}, "Straße", "cp1252", "caller"),
    "http header": (
        "Straße".encode("cp1252"),
        {"content_type": "text/html; charset=ISO-8859-1"},
        "Straße",
        "cp1252",
        "HTTP header",
    ),
    "meta element": (b'<meta charset="windows-1251">' + "Привет".encode("cp1251"), {}, None, "cp1251", "meta element"),
    "old meta": (
        b'<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">' + "新聞".encode("cp932"),
        {},
        None,
        "cp932",
        "meta element",
    ),
    "header before meta": (
        b'<meta charset="utf-8">\xe9t\xe9',
        {"content_type": "text/html; charset=latin1"},
        None,
        "cp1252",
        "HTTP header",
    ),
    "utf-8 without a claim": ("наука".encode(), {}, "наука", "utf-8", "bytes valid as UTF-8"),
    "claim against valid utf-8": (b'<meta charset="iso-8859-15">' + "año".encode(), {}, None, "utf-8", "bytes valid as UTF-8"),
    "utf-16 in a meta is not": (b'<meta charset="utf-16">plain', {}, None, "utf-8", "meta element"),
    "unknown label": (b'<meta charset="klingon-8">abc', {}, None, "utf-8", "bytes valid as UTF-8"),
    "codec that is no charset": (b'<meta charset="rot13">abc', {}, None, "utf-8", "bytes valid as UTF-8"),
}


@pytest.mark.parametrize(("content", "told", "text", "charset", "who"), CASES.values(), ids=CASES)
def test_who_decides(content: bytes, told: dict[str, str], text: str | None, charset: str, who: str) -> None:
    """The charset and the note that names the decider are those of the case."""
    decoded = decode(content, **told)  # type: ignore[arg-type]
    assert decoded.charset == charset
    assert any(note.code == "charset" and who in note.detail for note in decoded.notes)
    if text is not None:
        assert decoded.text == text


def test_detection_reads_an_undeclared_single_byte_page() -> None:
    """A page without any claim is read by what its bytes look like."""
    prose = "Правительство области опубликовало отчёт о работе паромной переправы за прошлый год. " * 20
    decoded = decode(prose.encode("cp1251"))
    assert decoded.text == prose
    assert any("detection" in note.detail for note in decoded.notes)


def test_what_does_not_decode_is_told() -> None:
    """Bytes that do not decode become U+FFFD, and a note counts them."""
    decoded = decode(b"caf\xe9 and \xff", charset="utf-8")
    assert "�" in decoded.text
    assert any(note.code == "charset.errors" for note in decoded.notes)


def test_truncated_utf8_is_still_utf8() -> None:
    """A file cut in the middle of a character is read as UTF-8."""
    assert decode("déjà vu à".encode()[:-1]).charset == "utf-8"


@given(st.binary(max_size=2_000), st.sampled_from([None, "utf-8", "latin-1", "base64", "x" * 50]))
def test_never_fails(content: bytes, charset: str | None) -> None:
    """Any bytes decode to something, with a note."""
    decoded = decode(content, charset=charset)
    assert decoded.notes
