"""Sheets to learn with: a study sheet, cards to cut out, and a page to practise on."""
