"""What did OFAC publish? Its lists in the legacy CSV form: four tables, and remarks for what has no column."""
