"""The version of this package, where the pure stages can read it without loading the package's front door."""

__version__ = "0.1.0"
