//! Every test of the library in one binary, so that the program is linked once. Apart stand `crash`, which is killed,
//! and `no_display`, which starts the program itself.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails loudly"
)]

#[path = "fuzz/src/check.rs"]
mod check;
mod projects;
mod support;
mod tables;

mod absurd;
mod advice;
mod architecture;
mod assess;
mod blockers;
mod both_languages;
mod by_key;
mod by_place;
mod calc;
mod carbon_result;
mod chinese;
mod collection;
mod combining;
mod command_line;
mod compare_panel;
mod composing;
mod connecting;
mod edit;
mod every_eye;
mod every_hand;
mod export;
mod factor_set;
mod factors;
mod field_kinds;
mod field_tables;
mod field_window;
mod figures;
mod find;
mod flow;
mod from_to;
mod gallery;
mod gates;
mod given;
mod hands;
mod history;
mod hostile;
mod how_far;
mod how_far_maps;
mod huge;
mod icons;
mod import;
mod import_window;
mod improve;
mod job_card;
mod keys;
mod label_field;
mod labels;
mod laws;
mod lesson;
mod lesson_plan;
mod library;
mod library_panel;
mod limits;
mod measured;
mod offers;
mod open_formats;
mod opening;
mod order;
mod own_places;
mod parts;
mod pathways_panel;
mod photos;
mod pictures;
mod practice;
mod practice_pack;
mod presets;
mod prices_window;
mod product_panel;
mod project_file;
mod quiz;
mod ranges;
mod refusals;
mod report;
mod said_first;
mod samples;
mod screen_reader;
mod settings;
mod sewing;
mod spoken_code;
mod stage;
mod stage_kinds;
mod start;
mod stories;
mod targets;
mod text;
mod theme;
mod tidy;
mod told;
mod two_windows;
mod uncertainty;
mod variants;
mod why;
mod widgets;
mod window;
mod work_inspector;
mod workbook;
mod working;
mod years_panel;
