"""Quizzes on paper: a sheet for students and a key for teachers, in one numbering."""
