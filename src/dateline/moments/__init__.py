"""Words into points in time, in any language and calendar: pure, without a clock of its own."""

from dateline.moments.absolute import Mention, find_dates
from dateline.moments.machine import parse_machine
from dateline.moments.relative import find_relative
from dateline.moments.since import find_since
from dateline.moments.urls import url_date
from dateline.moments.zones import with_zone

__all__ = ["Mention", "find_dates", "find_relative", "find_since", "parse_machine", "url_date", "with_zone"]
