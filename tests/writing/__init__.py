"""Writing: never outside the folder, never half a file, never over another run's files."""
