"""Makes the files in tests/readers/files: `python -m tests.readers.making`, then look at the diff.

The files are committed, so that the tests need none of what makes them: LibreOffice, pdflatex
and the packages python-docx, reportlab and weasyprint.
"""
