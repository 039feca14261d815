"""Measured ratios: each `*_bench.py` has a `run()` that prints figures beside a reference measured in the same run."""
