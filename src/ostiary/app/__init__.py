"""How is it run? The command line, the settings, and the wiring of all stages."""
