"""A hostile corpus, made anew each time: small files that are broken, lie or ask for too much, with what must become
of each. `python -m tests.hostile DIR` writes it to a folder; `python -m tests.hostile.soak` runs it among good ones.
"""
