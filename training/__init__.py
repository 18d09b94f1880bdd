"""Training of the shipped models: repeatable, from labelled pages, with figures only on pages the model never saw."""
