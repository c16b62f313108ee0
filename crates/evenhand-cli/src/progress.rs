//! What the user sees while work goes on, on standard error and only where that is a terminal.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, Write};

/// Documents below which no bar is shown: it would be gone before it is read.
const FEW: usize = 8;

/// Bytes below which no bar is shown.
const MANY_BYTES: u64 = 2_000_000;

/// A bar over `count` documents.
pub(crate) fn bar(count: usize) -> ProgressBar {
    if count < FEW || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(
        u64::try_from(count).ok(),
        ProgressDrawTarget::stderr_with_hz(5),
    );
    let style = ProgressStyle::with_template(
        "{pos}/{len} documents  {bar:24}  {per_sec}  {eta} left  {wide_msg}",
    );
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar
}

/// A bar over `bytes` of input, with how fast they go in and how long the rest will take.
pub(crate) fn bytes_bar(bytes: u64) -> ProgressBar {
    if bytes < MANY_BYTES || !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::stderr_with_hz(5));
    let style = ProgressStyle::with_template(
        "{decimal_bytes}/{decimal_total_bytes}  {bar:24}  {decimal_bytes_per_sec}  {eta} left  {wide_msg}",
    );
    if let Ok(style) = style {
        bar.set_style(style);
    }
    bar
}

/// Says a line on standard error; that it cannot be said is no reason to fail.
pub(crate) fn tell(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}
