"""For every test: feature files are collected as they are, and plugins can be tested."""

pytest_plugins = ("compliance.testing.plugin", "pytester")
