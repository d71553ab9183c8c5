"""What did the International Trade Administration publish? The Consolidated Screening List of thirteen lists."""
