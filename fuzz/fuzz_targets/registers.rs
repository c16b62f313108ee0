//! Any bytes as a register of measures, ties, lists: facts whose places lie in the file, or a clear error that does.
#![no_main]

use evenhand_registers::{RegisterError, lists, measures, ties};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let lines = bytes.iter().filter(|byte| matches!(byte, b'\n' | b'\r')).count() + 1;
    let check = |fault: Option<RegisterError>| {
        if let Some(fault) = fault {
            assert!(fault.line >= 1 && fault.line <= lines && fault.column >= 1, "{fault}");
        }
    };
    check(measures("x", bytes).err());
    check(lists("x", bytes).err());
    match ties("x", bytes) {
        Ok(file) => assert!(file.ties.iter().all(|tie| tie.place.line <= lines)),
        Err(fault) => check(Some(fault)),
    }
});
