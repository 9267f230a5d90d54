"""Its folder is put on the path by pytest, so that tests anywhere import its helpers."""
