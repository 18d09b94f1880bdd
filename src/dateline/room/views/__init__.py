"""What the pages tell, as records made from an open archive by plain functions: each page's `.json` is its view."""
