"""A document that was corrected outside comes back: what changed, and what is taken of it."""
