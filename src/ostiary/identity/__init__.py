"""Which listings are one party? Dated, reversible judgements with evidence; never by name alone."""
