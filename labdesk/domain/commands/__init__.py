"""What a person can do to a project: pure functions, a snapshot in, a Gesture out. They draw and save nothing."""
