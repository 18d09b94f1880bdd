"""Who wrote it: byline, authors, names, and the agency or outlet credited."""
