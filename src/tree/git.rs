//! Files of a git index or revision.
