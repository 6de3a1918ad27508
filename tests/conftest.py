"""For all tests: pytest's own tool to test plugins with."""

pytest_plugins = ("pytester",)
