"""Many workbooks: find them, audit each apart from the others, keep every result."""
