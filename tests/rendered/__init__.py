"""Plans written once and rendered to every format that can carry them, with the truth beside each file."""
