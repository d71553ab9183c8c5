"""What did the United Kingdom publish? OFSI's consolidated list until January 2026, then the UK Sanctions List."""
