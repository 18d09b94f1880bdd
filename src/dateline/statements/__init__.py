"""Statements: what prose says, when, and by whom."""

from dateline.statements.find import find_statements
from dateline.statements.records import Direction, Due, Statement, TimeExpression
from dateline.statements.times import find_times

__all__ = ["Direction", "Due", "Statement", "TimeExpression", "find_statements", "find_times"]
