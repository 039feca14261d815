"""Other formats: snapshots in, gestures out."""
