"""A fuzzer for the reader and the cell parsers: `python -m tests.fuzz`, see docs/fuzzing.md."""
