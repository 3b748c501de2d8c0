"""The nouns of the whole program: cells and facts going in, findings and audits coming out."""
