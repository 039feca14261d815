"""The view « Traces »: every chain from irritant to euro, drawn and as a table, with what is broken."""
