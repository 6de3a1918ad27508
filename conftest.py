"""For every test: plugins can be tested. Feature files are collected by the installed plugin, as anywhere."""

pytest_plugins = ("pytester",)
