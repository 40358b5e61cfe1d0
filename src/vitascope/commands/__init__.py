"""The commands, one module each: they ask, the other packages answer.

Heavy libraries (spaCy, matplotlib, rich) are imported where they are used, so that ``--help`` is quick.
"""
