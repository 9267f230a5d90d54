"""The published metrics, as pure functions: gold and predicted in, figures out."""
