"""The sources of the offline page, and what builds it."""
