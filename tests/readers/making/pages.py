"""Web pages as they are saved: menus, banners, metadata of every fashion around the text."""

import json
import re

from tests.readers.making.texts import AUTHOR, FILES, NOTES, SOURCE, TITLE, brief, html

MENU = (
    '<nav class="main-nav"><ul><li><a href="/">Home</a></li><li><a href="/research">Research</a>'
    '</li><li><a href="/people">People</a></li><li><a href="/events">Events and lectures</a></li>'
    "</ul></nav>"
)
COOKIES = (
    '<div id="cookie-consent" class="banner"><p>We and our 132 partners use cookies and store your '
    "data in order to show you advertising. You can withdraw your consent at any time.</p>"
    "<button>Accept all</button><button>Settings</button></div>"
)
RELATED = (
    '<aside class="related-posts"><h3>Related</h3><ul><li><a href="/a">Why the Holm bridge cost '
    'three times as much as planned</a></li><li><a href="/b">Island schools lose a tenth of their '
    "pupils in five years</a></li></ul></aside>"
)
NEWSLETTER = (
    '<div class="newsletter-signup"><h4>Never miss a brief</h4><p>Subscribe to our weekly '
    "newsletter, which 12,000 readers open every Friday morning.</p><form><input "
    'type="email"><button>Sign up</button></form></div>'
)
FOOTER = (
    "<footer><p>© 2025 Harbour Research Unit. All rights reserved. Charity number 1042219.</p>"
    '<ul><li><a href="/privacy">Privacy</a></li><li><a href="/imprint">Imprint</a></li></ul></footer>'
)
LINKED = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": TITLE,
    "datePublished": "2025-03-14T08:30:00+01:00",
    "dateModified": "2025-03-20T10:00:00+01:00",
    "author": [{"@type": "Person", "name": AUTHOR}],
    "publisher": {"@type": "Organization", "name": SOURCE},
}
LINKED_NOTE = r'<sup id="fnref\1"><a href="#fn\1">\1</a></sup>'
BRACKET_NOTE = r'<sup class="reference" id="cite_ref-\1"><a href="#cite_note-\1">[\1]</a></sup>'
PLAIN_NOTE = r'<a href="#_ftn\1" name="_ftnref\1">\1</a>'
STYLED_NOTE = r'<span style="font-size: 8px; vertical-align: super">\1</span>'


def whole(head: str, body: str, doctype: str = "<!DOCTYPE html>") -> str:
    """A page."""
    return (
        f'{doctype}\n<html lang="en">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
    )


def notes(item: str) -> str:
    """The list of notes, each by a pattern."""
    return "".join(item.format(number=n, text=text) for n, text in enumerate(NOTES, 1))


def metas(said: dict[str, str]) -> str:
    """Meta tags: property for keys with a colon, name for others."""
    tags = ['<meta charset="utf-8">']
    for key, value in said.items():
        kind = "property" if ":" in key else "name"
        tags.append(f'<meta {kind}="{key}" content="{value}">')
    return "\n".join(tags)


def news() -> str:
    """A newsroom: JSON-LD, menus, banner, byline, picture, related links."""
    head = (
        f'<meta charset="utf-8"><title>{TITLE} | Harbour Research Unit</title>'
        f'<script type="application/ld+json">{json.dumps(LINKED)}</script>'
        "<script>window.dataLayer = window.dataLayer || []; track('The ferry sank in 1999.');</script>"
    )
    picture = (
        '<figure><img src="ferry.jpg" alt="The ferry at the quay in Ostvik"><figcaption>The ferry '
        "at the quay in Ostvik. Photo: Jana Novak</figcaption></figure>"
    )
    top = f'<h1>{TITLE}</h1><div class="byline">By {AUTHOR} <time datetime="2025-03-14">14 March</time></div>'
    body = (
        f"{COOKIES}<header>{MENU}</header><main><article>{top}{picture}{html(LINKED_NOTE)}"
        f'<section class="footnotes"><ol>{notes("<li id=fn{number}>{text}</li>")}</ol></section>'
        f"</article>{RELATED}{NEWSLETTER}</main>{FOOTER}"
    )
    return whole(head, body)


def think_tank() -> str:
    """A think tank: og tags, divs for everything, share buttons, notes in brackets."""
    head = metas(
        {
            "og:title": TITLE,
            "og:site_name": SOURCE,
            "article:published_time": "2025-03-14T09:00:00Z",
            "author": AUTHOR,
        }
    )
    share = '<div class="share-buttons"><a href="#">Facebook</a><a href="#">LinkedIn</a></div>'
    body = (
        f'<div id="top">{MENU}</div><div class="wrapper"><div class="page-header"><h1>{TITLE}</h1>'
        f'</div>{share}<div class="entry-content">{html(BRACKET_NOTE)}</div>'
        f'<div class="references"><h2>Notes</h2><ol>{notes("<li id=cite_note-{number}>{text}</li>")}'
        f"</ol></div>{NEWSLETTER}{RELATED}</div>{FOOTER}"
    )
    return whole(head + f"<title>{TITLE} - {SOURCE}</title>", body)


def scholarly() -> str:
    """A repository: Dublin Core, notes as plain links, as Word saves them."""
    head = metas(
        {
            "citation_title": TITLE,
            "citation_publication_date": "2025/03/14",
            "DC.creator": AUTHOR,
        }
    )
    body = f"{MENU}<div><h1>{TITLE}</h1>{html(PLAIN_NOTE)}<hr>" + notes(
        '<div id="ftn{number}"><p><a href="#_ftnref{number}" name="_ftn{number}">{number}</a> '
        "{text}</p></div>"
    )
    return whole(head + f"<title>{TITLE}</title>", body + f"</div>{FOOTER}")


def old() -> str:
    """A page of the nineties: a table for the layout, font tags, paragraphs parted by breaks."""
    inner = html(STYLED_NOTE).replace("<p>", "").replace("</p>", "<br><br>")
    inner = inner.replace("<h2>", "<b>").replace("</h2>", "</b><br><br>")
    side = '<a href="a.htm">Ferry</a><br><a href="b.htm">Bridge</a><br><a href="c.htm">Maps</a>'
    body = (
        '<table width="100%" border="0"><tr><td width="120" valign="top"><font size="1">'
        f'{side}</font></td><td><font face="Arial" size="2"><h1>{TITLE}</h1>{inner}</font></td></tr>'
        "</table>"
    )
    head = f'<meta http-equiv="Content-Type" content="text/html; charset=windows-1252"><title>{TITLE}</title>'
    return whole(head, body, '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">')


def hostile() -> str:
    """Script, links that run, a title that looks like a path, text hidden from the reader."""
    title = "../../etc/passwd &lt;script&gt;alert(1)&lt;/script&gt; and the ferry"
    body = (
        f"<h1>{title}</h1><script>document.write('<p>The mayor resigned in 1999.</p>')</script>"
        f'<div style="display:none"><p>The county paid €900 million for the boat in 1901.</p></div>'
        f"{html().replace('Bay Lines, blames', _link('Bay Lines') + ', blames')}"
        '<p onclick="alert(2)">Template: {{ 7*7 }} ${jndi:ldap://x} %(name)s [sound:x.mp3] \\(x\\)</p>'
        '<iframe src="https://example.org">frame</iframe><svg onload=alert(3)><text>SVG</text></svg>'
    )
    return whole(f'<meta charset="utf-8"><title>{title}</title>', body)


def _link(text: str) -> str:
    return f'<a href="javascript:alert(document.cookie)">{text}</a>'


def from_brief(name: str, title: str, published: str) -> str:
    """One of the cases as a page with a menu and a time element."""
    head = f'<meta charset="utf-8"><title>{title}</title>'
    stamp = f'<time datetime="{published}" itemprop="datePublished">{published}</time>'
    body = f"{COOKIES}{MENU}<main><article>{brief(name)}</article>{stamp}</main>{RELATED}{FOOTER}"
    return whole(head, body)


def make() -> None:
    """Write them all."""
    xhtml = '<?xml version="1.0" encoding="UTF-8"?>\n' + whole(
        f"<title>{TITLE}</title>", f"<h1>{TITLE}</h1><p>{SOURCE}, 14 March 2025</p>{html()}"
    ).replace('<html lang="en">', '<html xmlns="http://www.w3.org/1999/xhtml" lang="en">')
    graph = {"@graph": [{"@type": "WebSite", "name": "Ferry"}, {**LINKED, "@type": ["Article"]}]}
    linked = f'<script type="application/ld+json">{json.dumps(graph)}</script>'
    blog = re.sub(r"<(/?)p>", r"<\1div>", html(LINKED_NOTE, heading="h3"))
    pages = {
        "news.html": news().encode(),
        "think-tank.html": think_tank().encode(),
        "scholarly.htm": scholarly().encode(),
        "old.htm": old().encode("cp1252", "xmlcharrefreplace"),
        "hostile.html": hostile().encode(),
        "page.xhtml": xhtml.encode(),
        "utf-16.html": news().encode("utf-16"),
        "bom-crlf.html": b"\xef\xbb\xbf" + think_tank().replace("\n", "\r\n").encode(),
        "blog.html": whole(linked, f"{MENU}<div class=post><h1>{TITLE}</h1>{blog}</div>").encode(),
        "page-named.docx": scholarly().encode(),
        "09-chips.html": from_brief(
            "09-chips-strategy-note", "How a shortage became a strategy", "2025-01"
        ).encode(),
        "07-neutrality.html": from_brief(
            "07-neutrality-explainer", "Where did Europe’s neutral states go?", "2024-06-02"
        ).encode(),
    }
    for name, data in pages.items():
        (FILES / name).write_bytes(data)
