"""How are parties found fast? An immutable file compiled from one state of the register, memory-mapped."""
