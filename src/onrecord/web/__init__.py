"""The reading room: the record in a browser, on the reader’s own machine."""
