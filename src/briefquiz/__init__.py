"""Quizzes and Anki decks from briefs, offline, every question with the words that prove it."""

__version__ = "0.1.0"
