from conftest import BODY, Read

from onrecord.errors import EmptyInput, FormatError

ITEM = """<item><title>Talks &amp; truce fail</title><link>https://elden.example/{n}</link>
<pubDate>Fri, 07 Apr 2017 09:14:00 +0300</pubDate><author>Ana Dorel</author>
<description>Short.</description>
<content:encoded><![CDATA[<p>{body}</p><p>More from <b>Korvat</b>.</p>]]></content:encoded></item>
"""
HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Elden Times</title>\n'
)
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Elden Times</title>
<entry><title>Talks fail</title><link href="https://elden.example/1"/>
<published>2017-04-07T09:14:00Z</published><author><name>Ana Dorel</name></author>
<content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry></feed>"""


def rss(count: int) -> str:
    return HEAD + "".join(ITEM.format(n=n, body=BODY) for n in range(count)) + "</channel></rss>"


def test_rss_entries_are_reports(read: Read) -> None:
    reading = read("a.xml", rss(2))
    report = reading.reports[0]
    assert report.text == f"{BODY}\n\nMore from Korvat."
    assert (report.title, report.outlet) == ("Talks & truce fail", "Elden Times")
    assert report.url == "https://elden.example/0"
    assert report.published == "2017-04-07T09:14:00+03:00"
    assert report.original is not None and "<b>Korvat</b>" in report.original
    assert len(reading.reports) == 2 and not reading.problems


def test_atom(read: Read) -> None:
    report = read("feed", ATOM).only
    assert (report.text, report.author) == (BODY, "Ana Dorel")
    assert report.published == "2017-04-07T09:14:00Z"


def test_a_cut_feed_gives_the_entries_before_the_cut(read: Read) -> None:
    whole = rss(3)
    reading = read("a.rss", whole[: whole.rindex("<item>") + 40])
    assert len([r for r in reading.reports if BODY in r.text]) == 2
    assert any(p.error is FormatError and "cut off" in p.reason for p in reading.problems)


def test_a_summary_is_read_and_told(read: Read) -> None:
    feed = rss(1).replace("content:encoded", "x").replace("Short.", BODY)
    reading = read("a.rss", feed)
    assert reading.only.text == BODY
    assert "summary" in reading.notices[0].message


def test_feeds_and_entries_without_anything(read: Read) -> None:
    assert read("a.rss", HEAD + "</channel></rss>").problem.error is FormatError
    bare = HEAD + "<item><title>T</title><link>https://a.example</link></item></channel></rss>"
    assert read("b.rss", bare).problem.error is EmptyInput


def test_other_xml_is_named(read: Read) -> None:
    problem = read("a.xml", "<?xml version='1.0'?><nitf><body>Text</body></nitf>").problem
    assert problem.error is FormatError and "<nitf>" in problem.reason
