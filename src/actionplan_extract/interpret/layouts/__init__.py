"""One layout a module: how a plan's tables and text are laid out; the best score reads the plan.

A layout module has `NAME`, `score(document, tables) -> float` (0: not this one; 1: surely) and
`read(document, tables, senses) -> (recommendations, notices)`.
"""
