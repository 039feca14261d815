"""Every canvas on one scene, grid or sheet: shown, written in, moved about, read aloud. No code per type."""
