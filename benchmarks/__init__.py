"""Benchmarks: start-up and audits against named peers, in the same run, as ratios."""
