"""Ostiary keeps the register of designated parties, screens names against it, and explains every hit."""

__version__ = "0.1.0"
