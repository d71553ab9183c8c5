"""Exports: the parties of the lists as files for other programs."""
