"""Spelling help, where the laptop has a dictionary: unknown words are underlined; nothing is corrected."""
