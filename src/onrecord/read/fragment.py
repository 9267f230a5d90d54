"""Markup within a value (a feed's entry, a cell, a JSON string) to its text.

A whole page goes through ``html``; a fragment has no menus to leave out, so every word of it is
kept, blocks on lines of their own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.errors import EmptyInput, FormatError, LimitError
from onrecord.read.options import Limits

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MARKUP = re.compile(
    r"<(?:p|br|div|span|ul|ol|li|h[1-6]|blockquote|article|body|html|table)\b[^<>]*>", re.I
)
_BLOCKS = frozenset(
    """address article aside blockquote body center dd div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hr html li main nav ol p pre section table td th tr ul""".split()
)
_DROPPED = frozenset("script style noscript iframe svg template head button select".split())


def looks_like_markup(text: str) -> bool:
    """Whether ``text`` is HTML: it holds a block tag and closes one or breaks a line by tags."""
    return bool(_MARKUP.search(text)) and bool(re.search(r"</\w+\s*>|<br\s*/?>", text, re.I))


def text_of(markup: str, limits: Limits) -> str:
    """The text of ``markup``: paragraphs apart by a blank line. EmptyInput where it has none."""
    from lxml import etree  # here, since plain text does not need it
    from lxml import html as lxml_html

    try:
        tree = lxml_html.fragment_fromstring(markup, create_parent="div")
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(f"its markup cannot be read ({error})") from error
    check_depth(tree, limits)
    text = _walked(tree)
    if not text:
        raise EmptyInput("its markup holds no text")
    return text


def check_depth(tree: HtmlElement, limits: Limits) -> None:
    """LimitError where elements stand too deep in one another for the parser to keep them all."""
    from lxml import etree

    depth = deepest = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        deepest = max(deepest, depth)
    if deepest > limits.max_html_depth:
        raise LimitError(
            f"its HTML nests {deepest} elements deep or more; at most {limits.max_html_depth} are "
            "read (max_html_depth). Save the page as text and read that"
        )


def _walked(tree: HtmlElement) -> str:
    """The words of ``tree``, without recursion, which deep markup would exhaust."""
    from lxml import etree

    parts: list[str] = []
    dropped = 0
    for event, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append(node.tail or "") if not dropped else None
            continue
        block = node.tag in _BLOCKS
        if event == "start":
            dropped += node.tag in _DROPPED
            if not dropped:
                parts.append("\n\n" if block else "\n" if node.tag == "br" else "")
                parts.append(_spaced(node.text))
        else:
            dropped -= node.tag in _DROPPED
            if not dropped and node is not tree:
                parts.append("\n\n" if block else "")
                parts.append(_spaced(node.tail))
    lines = re.sub(r"[ \t]*\n[ \t]*", "\n", re.sub(r"[ \t]+", " ", "".join(parts)))
    return re.sub(r"\n{3,}", "\n\n", lines).strip()


def _spaced(text: str | None) -> str:
    return re.sub(r"[ \t\r\n\f]+", " ", text) if text else ""
