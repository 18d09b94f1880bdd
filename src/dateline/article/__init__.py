"""Page → Article: one finder a field, and the model that finds the body."""
