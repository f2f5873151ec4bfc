"""PDFs by WeasyPrint, pdflatex, LibreOffice and reportlab."""

import io
import re
import subprocess
import tempfile
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from weasyprint import HTML

from tests.readers.making.texts import (
    AUTHOR,
    DATE,
    FERRY,
    FILES,
    NOTES,
    SOURCE,
    TITLE,
    brief,
    html,
    marked,
)

STYLE = """
@page { size: A4; margin: 2.4cm;
  @top-left { content: "Harbour Research Unit · Note 7" } @top-right { content: "DATE" }
  @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
body { font: 10.5pt/1.35 "Liberation Serif"; hyphens: auto } sup { font-size: 60%; line-height: 0 }
.columns { columns: COLUMNS; text-align: justify; column-gap: 1.2em }
.notes { font-size: 8pt; border-top: 1px solid } table { margin: 1em 0 } td { padding: 0 1.5em }
"""


def weasy(name: str, body: str, columns: int, extra: str = "", date: str = "No. 7") -> None:
    """A PDF by WeasyPrint."""
    style = STYLE.replace("COLUMNS", str(columns)).replace("DATE", date) + extra
    page = f'<html lang="en"><style>{style}</style><body>{body}</body></html>'
    HTML(string=page).write_pdf(FILES / name)


def _head() -> str:
    return f"<h1>{TITLE}</h1><p>By {AUTHOR}</p>"


def _notes() -> str:
    return (
        '<div class="notes">'
        + "".join(f"<p><sup>{n}</sup> {t}</p>" for n, t in enumerate(NOTES, 1))
        + "</div>"
    )


LATEX = {"%": r"\%", "&": r"\&", "$": r"\$", "#": r"\#", "_": r"\_", "€": "EUR~"}
LATEX |= {"“": "``", "”": "''", "’": "'", "–": "--", "½": r"\textonehalf{}"}


def tex(name: str, options: str, encoding: str) -> None:
    """FERRY by pdflatex: real footnotes, hyphenation, ligatures, running heads.

    In the encoding OT1 the fonts are small outlines, in T1 (without Latin Modern) pictures.
    """
    out, listed = [], False
    for kind, text in FERRY:
        if listed and kind != "li":
            out.append(r"\end{itemize}")
        if kind == "li" and not listed:
            out.append(r"\begin{itemize}")
        listed = kind == "li"
        out.append(_latex(kind, text))
    body = "\n\n".join(out)
    source = (
        rf"\documentclass[{options}]{{article}}\usepackage[{encoding}]{{fontenc}}"
        r"\usepackage[utf8]{inputenc}\usepackage{textcomp}\usepackage{fancyhdr}\pagestyle{fancy}"
        rf"\lhead{{{SOURCE}}}\rhead{{Note 7}}\title{{{TITLE}}}\author{{{AUTHOR}}}\date{{{DATE}}}"
        rf"\begin{{document}}\maketitle {body}\end{{document}}"
    )
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "x.tex").write_text(source, encoding="utf-8")
        subprocess.run(["pdflatex", "-interaction=batchmode", "x.tex"], cwd=folder, check=False)
        (FILES / name).write_bytes((Path(folder) / "x.pdf").read_bytes())


def _latex(kind: str, text: str | tuple[tuple[str, ...], ...]) -> str:
    if isinstance(text, tuple):
        rows = r"\\".join(" & ".join(cell.replace("%", r"\%") for cell in row) for row in text)
        return rf"\begin{{tabular}}{{lrr}}{rows}\end{{tabular}}"
    words = "".join(LATEX.get(letter, letter) for letter in text)
    words = marked(words.replace("{^2}", "{^2}"), r"\\footnote{NOTE\1}", r"\\textsuperscript{\1}")
    for number, note in enumerate(NOTES, 1):
        words = words.replace(f"NOTE{number}", note)
    return {"h": rf"\section*{{{words}}}", "li": rf"\item {words}"}.get(kind, words)


def canvas(**options: object) -> tuple[Canvas, io.BytesIO]:
    """An empty document by reportlab."""
    data = io.BytesIO()
    return Canvas(data, pagesize=A4, invariant=1, **options), data


def plain(encrypt: StandardEncryption | None = None) -> bytes:
    """FERRY line by line, as simple programs print: no columns, marks in brackets, a page number."""
    paper, data = canvas(encrypt=encrypt)
    y = 780.0
    paper.setFont("Helvetica-Bold", 16)
    paper.drawString(72, y, TITLE)
    paper.setFont("Helvetica", 10)
    y -= 18
    paper.drawString(72, y, f"{SOURCE}, {DATE}")
    for kind, text in FERRY:
        y -= 24
        lines = ["     ".join(row) for row in text] if isinstance(text, tuple) else _wrapped(text)
        for at, line in enumerate(lines):
            paper.setFont("Helvetica-Bold" if kind == "h" else "Helvetica", 10)
            indent = 14 if kind == "li" else 0
            paper.drawString(
                72 + indent, y - 13 * at, ("• " if kind == "li" and not at else "") + line
            )
        y -= 13 * (len(lines) - 1)
    paper.drawCentredString(300, 40, "1")
    paper.save()
    return data.getvalue()


def _wrapped(text: str) -> list[str]:
    words = marked(text, r"[\1]", "²").split()
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + len(word) > 88:
            lines.append(word)
        else:
            lines[-1] += f" {word}"
    return lines


def scan() -> bytes:
    """Pages that are pictures."""
    paper, data = canvas()
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / "x.png"
        picture.write_bytes(bytes.fromhex(
            "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a49444154789c63"
            "f80f00010101001bb6ee560000000049454e44ae426082"
        ))  # fmt: skip
        for _ in range(2):
            paper.drawImage(str(picture), 0, 0, 595, 842)
            paper.showPage()
    paper.save()
    return data.getvalue()


def make() -> None:
    """Write them all."""
    weasy("weasyprint-one-column.pdf", _head() + html() + _notes(), 1, date=DATE)
    weasy(
        "weasyprint-two-columns.pdf",
        f'{_head()}<div class="columns">{html()}</div>{_notes()}',
        2,
        date=DATE,
    )
    measles = re.sub("</h1>", '</h1><div class="columns">', brief("05-measles-bulletin")) + "</div>"
    weasy("05-measles-three-columns.pdf", measles, 3, "body { font-size: 8.5pt }")
    chips = (
        re.sub("</h1>", '</h1><div class="columns">', brief("09-chips-strategy-note")) + "</div>"
    )
    weasy("09-chips-two-columns.pdf", chips, 2)
    weasy("10-corvania-schools.pdf", brief("10-corvania-schools"), 1)
    tex("tex-two-columns.pdf", "twocolumn,10pt", "OT1")
    tex("tex-article.pdf", "11pt,a4paper", "OT1")
    tex("tex-bitmap-fonts.pdf", "10pt,a4paper", "T1")
    (FILES / "reportlab.pdf").write_bytes(plain())
    (FILES / "owner-locked.pdf").write_bytes(plain(StandardEncryption("", "owner", canCopy=0)))
    (FILES / "refused-password.pdf").write_bytes(plain(StandardEncryption("secret", "owner")))
    (FILES / "refused-scan.pdf").write_bytes(scan())
    (FILES / "pdf-named.docx").write_bytes(plain())
