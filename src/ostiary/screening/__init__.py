"""Which party could this be, how likely, why? Pure: same query, index and profile give the same hits."""
