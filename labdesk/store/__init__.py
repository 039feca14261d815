"""The project file: read, write, undo, history, merge, safety, pictures."""
