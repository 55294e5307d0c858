//! Any bytes as a project file or a factor set: read or refused with a sentence, and what is read is written and assessed.

#![no_main]

use libfuzzer_sys::fuzz_target;
use reloom::assess::assess;
use reloom::data::Library;
use reloom::project_file::{read, read_set, write, write_set};
use reloom::text::Lang;

fuzz_target!(|bytes: &[u8]| {
    match read(bytes) {
        Ok(found) => {
            let values = Some(&found.library_values);
            let text = write(&found.project, values).expect("what was read can be written");
            assert_eq!(
                read(text.as_bytes()).as_ref(),
                Ok(&found),
                "and opens as the same project"
            );
            let _ = assess(&found.project, Library::builtin());
        }
        Err(error) => {
            for lang in [Lang::En, Lang::Zh] {
                assert!(!error.text(lang).is_empty());
            }
        }
    }
    if let Ok(set) = read_set(bytes) {
        let text = write_set(&set).expect("what was read can be written");
        assert_eq!(read_set(text.as_bytes()), Ok(set), "and opens as the same set");
    }
});
