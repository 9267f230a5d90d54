"""What a statement tells besides its words: act, certainty, speaker, addressee, condition, time."""
