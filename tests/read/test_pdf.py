from conftest import Read, pdf

from onrecord.errors import EmptyInput, FormatError

LINES = ("The minister said on Friday that the talks in the cap-",
         "ital had failed, and that his army would stay where it",
         "was until the other side left.", "A second paragraph.")  # fmt: skip


def test_the_text_layer_is_read_in_paragraphs(read: Read) -> None:
    report = read("a.pdf", pdf(*LINES, title="Talks in Korvat fail")).only
    assert report.text == (
        "The minister said on Friday that the talks in the capital had failed, and that his army "
        "would stay where it was until the other side left.\nA second paragraph."
    )
    assert report.title == "Talks in Korvat fail"
    assert report.published is None


def test_a_word_processors_title_is_none(read: Read) -> None:
    assert read("a.pdf", pdf(*LINES, title="Microsoft Word - a.doc")).only.title is None


def test_a_pdf_without_text(read: Read) -> None:
    problem = read("a.pdf", pdf()).problem
    assert problem.error is EmptyInput and "OCR" in problem.reason


def test_cut_and_false_pdfs(read: Read) -> None:
    assert read("a.pdf", pdf(*LINES)[:120]).problem.error is FormatError
    assert read("b.pdf", "plain words").problem.error is FormatError
