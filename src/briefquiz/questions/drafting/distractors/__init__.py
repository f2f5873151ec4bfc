"""Wrong options: of the same kind, form and precision as the answer, none true in the brief."""
