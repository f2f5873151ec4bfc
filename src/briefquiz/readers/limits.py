"""How much of anything a reader takes on. Past these, a file is refused in one clear line.

A brief is two pages and a long report two hundred; these stop files that are made, or happen, to
eat the memory or the afternoon.
"""

FILE = 50_000_000  # bytes of any file
TEXT = 4_000_000  # bytes of a text, ten times as long as a novel
PAGE = 8_000_000  # bytes of a saved page: scripts and pictures are often within
UNPACKED = 64_000_000  # bytes that all of an archive unpacks to
PARTS = 4_000  # files in an archive
XML = 16_000_000  # bytes of one part of it
ELEMENTS = 200_000  # tags in one part, or in a page
DEPTH = 200  # tags within tags
WORDS = 100_000  # of a brief, before its prose is sought
