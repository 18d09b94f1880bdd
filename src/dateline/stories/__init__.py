"""Articles of several outlets, put side by side: which of them are copies of one text. Pure."""

from dateline.stories.copies import (
    NEAR,
    SAME_OUTLET,
    Published,
    Sketch,
    Text,
    components,
    confirmed,
    copies,
    first_published,
    likely,
    same_outlet,
    sketch,
)

__all__ = [
    "NEAR",
    "SAME_OUTLET",
    "Published",
    "Sketch",
    "Text",
    "components",
    "confirmed",
    "copies",
    "first_published",
    "likely",
    "same_outlet",
    "sketch",
]
