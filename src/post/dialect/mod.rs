//! How each site generator writes posts: one file a generator.
