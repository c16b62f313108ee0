//! Any text as a query: it is understood, or a plain error says why not; what is understood can be put to any text.
#![no_main]

use evenhand_archive::Query;

libfuzzer_sys::fuzz_target!(|typed: &str| {
    match Query::parse(typed) {
        Ok(query) => {
            let _ = query.fits(typed);
        }
        Err(fault) => assert!(!fault.to_string().is_empty()),
    }
});
