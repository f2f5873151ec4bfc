"""Many files at once."""
