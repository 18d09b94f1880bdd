"""What readers and participants wrote: comments, forum posts, live-blog posts."""
