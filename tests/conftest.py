"""With it pytest puts the folder above on the path, so that tests anywhere import tests.*."""
