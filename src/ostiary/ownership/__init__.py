"""Ownership: is a company blocked through those who own or control it?

Holdings that a user supplies, checked line by line and stored; the least set of companies that a regime's rule
reaches and the largest that it may reach; and the tree that shows why. The rules themselves stand in ``programs``.
"""
