"""What the rules of attribution ask of words: trees, phrases, quotation marks, lexicons."""
