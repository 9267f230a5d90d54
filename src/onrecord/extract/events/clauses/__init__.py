"""Words and clauses as the rules of events see them: subjects, objects, moods, who is who."""
