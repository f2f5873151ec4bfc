"""Makes every file anew."""

from tests.readers.making import office, pages, printed
from tests.readers.making.texts import FILES

FILES.mkdir(exist_ok=True)
pages.make()
printed.make()
office.make()
