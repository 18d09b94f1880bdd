"""What the pages show, worked out from records before a template sees them: pure functions, tested without a server."""
