//! Every action the product offers, once: the program and the pages call these and print.
//!
//! - [`open()`], [`open_file`]: one document in, its report and reading out.
//! - [`sources()`] and [`read_many`]: many documents, on all cores, written in a stable order.
//! - [`audit`], [`audit_beside`]: the [`Dossier`] of a report, with an archive beside it; [`dossier::html()`], [`dossier::json`],
//!   [`dossier::summary`] write it for people, for programs and for the terminal.
//! - [`check()`]: a reply held against reports, point by point; [`answer()`]: a report laid out to be answered.
//! - [`archive`]: many reports in one file, and what is asked of it.
//! - [`names`]: are these two names the same person or body: two names, a table of pairs, one name among many.
//! - [`rules()`], [`explain`], [`countries()`]: what the program knows, to be shown.
//! - [`registers`]: measures, ties and lists held against a report.
//! - [`write_aside`]: files written whole or not at all.
//!
//! Nothing here prints, asks the clock or the environment, or reaches the network.

pub mod across;
pub mod answer;
pub mod archive;
pub mod aside;
pub mod check;
pub mod compare;
pub mod contract;
mod csv_rows;
mod docx;
pub mod dossier;
mod in_order;
mod many;
pub mod names;
mod open;
pub mod registers;
mod rows;
mod rules;
mod source;
mod table;

pub use answer::{Answer, answer};
pub use aside::{WriteError, write_aside};
pub use check::{CheckError, Checked, check};
pub use csv_rows::CODEBOOK;
pub use dossier::{Dossier, audit, audit_beside};
pub use many::{Options, Progress, ReadManyError, Totals, read_many};
pub use open::{OpenError, Opened, Sha256, open, open_file};
pub use rows::RowFormat;
pub use rules::{countries, explain, rules};
pub use source::{Source, SourceError, sources};

pub use evenhand_read::{Given, ReadError};
pub use evenhand_report as report;
