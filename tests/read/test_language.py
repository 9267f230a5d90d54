import pytest
from conftest import BODY

from onrecord.read.language import is_readable, language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (BODY, "en"),
        ("Le ministre a déclaré vendredi que les pourparlers dans la capitale avaient échoué et "
         "que l'armée ne quitterait pas la vallée avant la fin de la semaine.", "fr"),
        ("Министр заявил, что переговоры провалились.", "ru"),
        ("قال الوزير إن المحادثات فشلت وإن الجيش باق في الوادي.", "ar"),
        ("Der Minister sagte am Freitag, die Gespräche in der Hauptstadt seien gescheitert, und "
         "die Armee werde das Tal nicht vor dem Ende der Woche verlassen.", "de"),
    ],
)  # fmt: skip
def test_languages(text: str, language: str) -> None:
    assert language_of(text) == language
    assert is_readable(language) == (language == "en")


def test_what_is_too_short_to_tell_is_given_a_try() -> None:
    assert language_of("Korvat falls") is None
    assert is_readable(None)


def test_english_that_quotes_another_language_is_english() -> None:
    assert language_of(BODY + " «Переговоры провалились», сказал он. " + BODY) == "en"
