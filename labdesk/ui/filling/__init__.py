"""Fields a person fills: what is typed read as values, bursts as gestures, lines and texts bound to rows."""
