"""Gherkin scenarios over law: collected by pytest, run with the steps in `steps`."""
