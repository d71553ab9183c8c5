"""How does a brief look on paper and on a screen? One file of HTML that needs nothing else."""

from ostiary.app.pages.page import make_page

__all__ = ["make_page"]
