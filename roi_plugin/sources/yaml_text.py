"""Reads YAML text into plain dicts, lists and scalars of JSON's types, with the span of every key and value."""

import math
import re
from array import array
from dataclasses import dataclass

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from roi_plugin.sources.characters import UNSAFE
from roi_plugin.sources.fault import Fault
from roi_plugin.sources.yaml_faults import (
    alias_fault,
    anchor_fault,
    character_fault,
    deep_fault,
    documents_fault,
    duplicate_fault,
    key_fault,
    large_number_fault,
    merge_fault,
    syntax_fault,
    tag_fault,
)

type_of_data = object

MAX_DEPTH = 40
MAX_FAULTS = 20

_WORDS = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?", re.ASCII)
_NUMBER_STARTS = frozenset("-0123456789")
_SAFE_DIGITS = 15
