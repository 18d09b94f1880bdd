"""The body: features of blocks, the models that judge them, and the choice."""
