//! One file that holds reports, readings, registers, judgements, and their full-text index: the only crate with SQL.
