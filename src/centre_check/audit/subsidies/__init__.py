"""Computing: from the figures given and a calculator to an estimate, or to why there is none."""
