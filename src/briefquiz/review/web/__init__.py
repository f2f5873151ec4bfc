"""The review in the browser: one local page on which a person settles the shelf.

The rim passes in how to read and exchange the file, how to check a question and how to make a quiz
of it; here is no path, no clock and no browser.
"""
