"""The standard: criteria, levels and options as data, loaded, linted and resolved."""
