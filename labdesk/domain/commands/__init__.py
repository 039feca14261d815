"""What a person can do to a project: pure functions, a snapshot in, a Gesture out. Nothing draws or saves."""
