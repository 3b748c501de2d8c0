"""The kinds of quantity: one module a kind, or a kind and its opposite."""
