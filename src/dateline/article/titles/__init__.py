"""Headline and subheadline, and titles as text."""
