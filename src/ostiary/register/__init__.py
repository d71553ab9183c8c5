"""What was in force, when published, when recorded? The store of statements; imports only ``model``."""

from ostiary.register.recording import Recording
from ostiary.register.register import Register, open_register
from ostiary.register.state import State

__all__ = ["Recording", "Register", "State", "open_register"]
