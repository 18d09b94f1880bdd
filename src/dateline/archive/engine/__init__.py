"""What differs between the databases that an archive can be kept in; all else about them is written once, above."""
