"""Projection: what the room sees, what the presenter sees, and the keys between them."""
