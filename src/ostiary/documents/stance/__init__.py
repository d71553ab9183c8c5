"""How is a thing said: stated, alleged, denied, open; who is accused of what; which sentences carry most?"""
