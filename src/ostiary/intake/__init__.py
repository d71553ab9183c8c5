"""What are we asked to screen? Customer files."""
