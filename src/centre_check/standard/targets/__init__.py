"""Target standards: what a published programme promises in numbers, by when, by whom."""
