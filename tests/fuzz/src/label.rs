//! Any text as a composition label: parts and findings whose places lie in the text.

#![no_main]

use libfuzzer_sys::fuzz_target;
use reloom::intake::label::parse;
use reloom::text::Lang;

fuzz_target!(|text: &str| {
    let label = parse(text);
    for part in &label.parts {
        assert!(part.sum().is_finite());
        for fibre in &part.fibres {
            assert!((0.0..=100.0).contains(&fibre.recycled_percent), "{fibre:?}");
        }
    }
    for finding in &label.findings {
        for lang in [Lang::En, Lang::Zh] {
            assert!(!finding.text(lang).is_empty());
        }
    }
});
