"""Documents made beside the window: a warm child process composes and prints, the window is never blocked."""
