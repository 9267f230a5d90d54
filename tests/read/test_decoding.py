import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import DecodingError
from onrecord.read.decoding import choose_for_stream, decode, text_stream

# Control characters make a text binary, and a mark at the start is dropped: both have own tests.
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(
    lambda text: not text.startswith("\ufeff")
)
RUSSIAN = "Министр обороны заявил во вторник, что переговоры провалились и войска остаются."
WESTERN = "The minister said on Tuesday “we’ll not yield” – and left Genève at 10…"


@given(TEXT)
def test_any_text_comes_back_code_point_for_code_point(text: str) -> None:
    assert decode(text.encode("utf-8")) == text


@given(TEXT, st.sampled_from(["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]))
def test_a_byte_order_mark_names_the_encoding_and_is_dropped(text: str, name: str) -> None:
    assert decode(("\ufeff" + text).encode(name)) == text


@pytest.mark.parametrize("name", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_are_known_without_a_mark(name: str) -> None:
    assert decode(WESTERN.encode(name)) == WESTERN


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (WESTERN, "cp1252"),
        ("It’s the minister’s word", "mac_roman"),
        (RUSSIAN * 3, "cp1251"),
        (RUSSIAN * 3, "koi8_r"),
        ("Le président a déclaré à Besançon que la réunion était reportée. " * 3, "latin-1"),
    ],
)
def test_legacy_encodings_are_told_by_their_letters(text: str, name: str) -> None:
    assert decode(text.encode(name)) == text


def test_what_is_declared_or_told_decides_where_bytes_do_not() -> None:
    data = "Řekl, že žádá příměří. ".encode("cp1250")
    assert decode(data, declared="windows-1250").startswith("Řekl, že žádá")
    assert decode(data, told="cp1250").startswith("Řekl, že žádá")


def test_line_ends_stay() -> None:
    assert decode(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_damaged_utf8_shows_the_damage_and_keeps_the_rest() -> None:
    cut = "He said “no” and “never".encode() + "”".encode()[:2]
    assert decode(cut) == "He said “no” and “never\ufffd"


@pytest.mark.parametrize("data", [bytes(range(256)) * 20, b"\x00\x01\x02\x03" * 500])
def test_binary_is_refused(data: bytes) -> None:
    with pytest.raises(DecodingError, match="binary"):
        decode(data)


def test_a_marked_file_that_is_cut_is_refused() -> None:
    with pytest.raises(DecodingError, match="cut off"):
        decode("\ufeffOne two".encode("utf-16-le")[:-1])


def test_an_unknown_encoding_is_refused_by_name() -> None:
    with pytest.raises(DecodingError, match="utf-9"):
        decode(b"text", told="utf-9")


def test_a_stream_is_judged_as_a_whole_and_left_at_its_start() -> None:
    data = b"plain line\n" * 200_000 + "it’s\n".encode("cp1252")
    stream = io.BytesIO(data)
    assert choose_for_stream(stream).name == "cp1252"
    assert stream.tell() == 0
    with text_stream(stream, None, newline="") as text:
        assert text.read().endswith("it’s\n")
    assert not stream.closed
