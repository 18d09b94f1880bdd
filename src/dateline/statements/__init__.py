"""Statements: what prose says, when, and by whom. So far: its time expressions."""

from dateline.statements.records import Direction, TimeExpression
from dateline.statements.times import find_times

__all__ = ["Direction", "TimeExpression", "find_times"]
