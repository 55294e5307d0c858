//! The work of a group: what its file is called.

use crate::lang::Lang;
use crate::text::LessonMsg;

/// Most letters of a name within a file name.
const MOST: usize = 40;

/// The name of the file that holds the work of `group` in the lesson called `lesson`, on `date` ("2026-11-30"):
/// `2026-11-30_课名_第3组.reloom`. What no file name may hold is left out; a group without a name has none in it.
pub fn file_name(date: &str, lesson: &str, group: &str, lang: Lang) -> String {
    let (lesson, group) = (plain(lesson), plain(group));
    let is_number = !group.is_empty() && group.chars().all(|letter| letter.is_ascii_digit());
    let group = if is_number {
        LessonMsg::GroupNumber.with(lang, &[("number", &group)])
    } else {
        group
    };
    let pieces = [plain(date), lesson, group];
    let named: Vec<String> = pieces.into_iter().filter(|piece| !piece.is_empty()).collect();
    format!("{}.reloom", named.join("_"))
}

/// `text` without what file names of any system refuse.
pub fn plain(text: &str) -> String {
    let is_fine = |letter: &char| !letter.is_control() && !"/\\:*?\"<>|_".contains(*letter);
    let kept: String = text.chars().filter(is_fine).take(MOST).collect();
    kept.trim().trim_matches('.').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::file_name;
    use crate::lang::Lang;

    #[test]
    fn a_file_says_the_day_the_lesson_and_the_group() {
        let name = |lesson, group, lang| file_name("2026-11-30", lesson, group, lang);
        assert_eq!(
            name("混纺还是纯纺？", "3", Lang::Zh),
            "2026-11-30_混纺还是纯纺？_第3组.reloom"
        );
        assert_eq!(
            name("Blend or mono?", "3", Lang::En),
            "2026-11-30_Blend or mono_group 3.reloom"
        );
        assert_eq!(name("a/../b", "蓝 队:", Lang::Zh), "2026-11-30_a..b_蓝 队.reloom");
        assert_eq!(name("", "", Lang::Zh), "2026-11-30.reloom");
        assert!(name(&"长".repeat(300), &"x".repeat(300), Lang::Zh).len() < 200);
    }
}
