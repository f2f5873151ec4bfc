"""A person settles the questions of a file, one by one: what is shown, what a key does.

Pure: the command line shows, reads keys, opens the editor and saves.
"""
