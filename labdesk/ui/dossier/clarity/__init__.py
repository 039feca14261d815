"""Plain language beside a text that is typed: what could be said more simply, never imposed."""
