"""What was in force, when published, when recorded? The store of statements."""
