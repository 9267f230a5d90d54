"""Which mentions mean the same actor: names, descriptions, pronouns, offices."""
