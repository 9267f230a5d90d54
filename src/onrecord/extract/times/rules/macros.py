"""Shorthands that the patterns of several modules of rules share."""

from __future__ import annotations

APPROXIMATELY = (
    "((no|not)? (more|less|fewer|longer) than|at (least|most)|about|around|roughly|approximately"
    "|nearly|almost|over|under|barely|some|just? (over|under)|well? over|up to"
    "|as (many|little|long) as|close to|only about|an? estimated|virtually|fully|another"
    "|a (little|bit) (over|under|more than|less than)|the (better|best) part of|much of|most of)"
)
"""Words that make a number vague and belong to its expression; they leave the value as it is."""

MACROS = {
    # A month, an optional weekday before a date, a year; see ``rules_dates`` for who asks them.
    "m": "({month:m}|{mon:k}{dot}?)",
    "wd": "(({weekday}|{wd}{dot}?) {comma}?)",
    "y": "({year:y}|{yearw:z})",
    "early": "(the? very? (early|late|mid|middle) in? the? {hyph}? (early|late|mid)? {hyph}?"
    "|the? (beginning|start|end|middle|midst|{ord} half|{ord} part|(latter|early|later) part"
    "|latter half|rest|remainder|close|onset|turn|(first|last|final|closing|opening|early)"
    " (days|weeks|months|hours)|({ord}|last|final) (day|week|weekend)) (of|in) the?"
    " (early|late|mid)? {hyph}?)",
    "which": "which:((last|this|next|that|the? (following|previous|same|preceding)) year)",
    # How long.
    "approx": APPROXIMATELY,
    "n": "({num:n}|a {num:n2}|half:(half) (a|an)?|(a|an))",
    "few": "few:((a|the)? (few|several|couple of?|many|some|number of|handful of|dozens of"
    "|scores of|hundreds of|thousands of|countless))",
    "adj": "((more|full|whole|long|straight|consecutive|additional|further|entire|solid|successive"
    "|different|short|extra|bloody|trading|business|working|calendar|fiscal|school|week) {hyph}?)",
}
"""Of several words that limit a period ("early", "the end of") the value knows nothing: TIMEX3
keeps such modifiers apart."""
