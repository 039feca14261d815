"""Measured ratios: each `*_bench.py` prints figures beside a reference measured in the same run."""
