"""The links between reports."""
