"""What pyproject.toml cannot say: every package found in labdesk/, and resources/ as one more of them."""

from setuptools import find_packages, setup

setup(packages=[*find_packages(include=["labdesk", "labdesk.*"]), "labdesk.resources"])
