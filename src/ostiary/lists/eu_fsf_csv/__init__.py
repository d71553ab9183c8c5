"""What did the European Union publish until 2018? Its list of financial sanctions as CSV 1.0, whole or damaged."""
