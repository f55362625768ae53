"""Text with columns aligned by spaces, as `pdftotext -layout` writes it: lines, areas, columns, rows, cells, blocks."""
