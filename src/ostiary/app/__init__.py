"""How is it run? Command line, settings, wiring; frameworks live here only."""
