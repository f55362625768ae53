"""Plans written once and rendered to every format that can carry them, with the truth beside each file.

`python -m tests.rendered` renders them into `out/` here (a folder a format, left out of the repository: PDFs differ
from one version of the programs that print them to the next); `python -m tests.rendered.measure` reads all of it with
the program and prints what it got right; `test_formats` holds each plan in each format against its one truth. Content
is in `plans/`, its types in `content`, what layouts make of it in `layouts` and `sheet`, looks in `styles`; `word`,
`web`, `workbook` and `text` write files, `office` prints them, and `truth` and `cuts` say what is in them.
"""
