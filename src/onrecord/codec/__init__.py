"""A record's JSON: one line a report, as the schema in the package describes it."""

from onrecord.codec.decode import record_from_dict
from onrecord.codec.encode import (
    item_to_dict,
    json_line,
    link_to_dict,
    links_line,
    record_to_dict,
    to_json_line,
)
from onrecord.codec.plain import to_plain
from onrecord.codec.schema import load_schema

__all__ = [
    "item_to_dict",
    "json_line",
    "link_to_dict",
    "links_line",
    "load_schema",
    "record_from_dict",
    "record_to_dict",
    "to_json_line",
    "to_plain",
]
