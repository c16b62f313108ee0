//! Editions laid beside each other, figures side by side, and the tests that yield findings.
