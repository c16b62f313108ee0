//! Facts a user brings, each with its own citation: measures, ties, lists.
