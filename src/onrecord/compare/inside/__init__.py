"""The links within one report."""
