"""Who is who across reports: forms of actors, and which of them are one actor of the record."""

from onrecord.identity.forms import RECORD, Form, Post, form_of, is_name_like, posts_of, shorts_of
from onrecord.identity.resolve import (
    Bearer,
    Group,
    Meant,
    groups,
    meant_by_body,
    meant_by_office,
    meant_by_surname,
    ruled_country,
)
from onrecord.identity.rules import Rules, norm_of, rules

__all__ = [
    "RECORD",
    "Bearer",
    "Form",
    "Group",
    "Meant",
    "Post",
    "Rules",
    "form_of",
    "groups",
    "is_name_like",
    "meant_by_body",
    "meant_by_office",
    "meant_by_surname",
    "norm_of",
    "posts_of",
    "ruled_country",
    "rules",
    "shorts_of",
]
