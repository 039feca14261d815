"""What a canvas is, what a person can do to it, where things sit, what a reviewer will reject."""
