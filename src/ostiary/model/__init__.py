"""What are we talking about? Every noun of the field; no I/O, nothing third-party, imports nothing of Ostiary."""
