//! Comparing across countries and through the years: terms, formulas, standing among others, claims
//! put to a whole edition, figures over editions.
//!
//! In: counts, sentences and readings of many reports, one report at a time. Out: rates with their
//! intervals, families of sentences, tables; each leads back to sentences. Nothing here reads a
//! file or decides what a difference means.

pub mod families;
pub mod interval;
pub mod life;
pub mod masked;
pub mod standing;
pub mod term;
pub mod terms;
pub mod two_by_two;
