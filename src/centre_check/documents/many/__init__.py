"""Papers about many centres: what is shown of results, not of one audit."""
