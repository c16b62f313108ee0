//! Are these two names the same person or body? A score with its explanation.
