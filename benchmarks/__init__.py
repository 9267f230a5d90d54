"""Readers and scorers for the public corpora, labelled cases, and the results they gave."""
