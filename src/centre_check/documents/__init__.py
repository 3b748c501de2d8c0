"""Documents: what is said, in which order; how it looks is each format's affair."""
