"""One field a module: text in, typed value out."""
