"""What did the European Union publish? Its consolidated list of financial sanctions in XML, form 1.1."""
