//! Words of practice cards: what is said around them, and their own in the language of the window.

use super::{Lang, PackMsg, messages, number};
use crate::data::{Library, Mark, Merged, Outcome, Practice, PracticeFigure, PracticeSource, Says};
use crate::model::Name;

messages! {
    /// What is said of practice cards.
    pub enum PracticeMsg {
        Title: "Practice", "实践案例";
        Count: "{shown} of {all} cards; what lies nearest to {home} comes first", "共{all}张卡片，显示{shown}张；离{home}近的在前";
        Search: "Name, place, year", "名称、地点、年份";
        ClearSearch: "Clear the search", "清除搜索";
        Topics: "What is done", "做什么";
        AllTopics: "All", "全部";
        Cards: "Practice cards", "案例卡片";
        NothingFound: "No card says that. Take a switch or a word away.", "没有符合的卡片，请减少条件或字数。";
        OutcomeRunning: "running", "运行中";
        OutcomeTrial: "trial", "试行";
        OutcomePlanned: "planned", "规划中";
        OutcomeEnded: "ended", "已结束";
        OutcomeStudy: "study or policy", "研究或政策";
        OutcomeFilter: "Show cards: {outcome}", "显示卡片：{outcome}";
        Nearby: "In {country} only", "仅{country}";
        Lesson: "What it means for a designer", "对设计师的启示";
        LessonJudged: "our judgement", "本工具的判断";
        People: "The people who do it", "从业者";
        Figures: "Published figures", "公布的数字";
        Jobs: "Jobs and pay", "岗位与收入";
        Sources: "Where it was read", "出处";
        SaysOwn: "the firm's own figure", "企业自报";
        SaysAnnounced: "announced, not reported as reached", "仅为公布，未见达成";
        MarkSaw: "seen in the text", "见于原文";
        MarkOwn: "counted by the author of the card", "由卡片作者计数";
        MarkSecondHand: "read second-hand", "转引";
        MarkDerived: "derived from published figures", "由公布数字推算";
        Least: "at least {value}", "至少{value}";
        Most: "at most {value}", "至多{value}";
        ShownBy: "Who does it already: {card}. {lesson}", "已有实例：{card}。{lesson}";
        OpenCard: "Open the card", "查看卡片";
        BesideFactor: "Beside the factor “{factor}”: yours {yours}, here {theirs}", "对照系数“{factor}”：您的{yours}，此处{theirs}";
        TakeIt: "Take as own figure", "采用为自定数值";
        TakeItHint: "{factor} becomes {value}, with this card as its source; undo takes it back", "{factor}改为{value}，来源记为本卡片；可撤销";
        TakenNote: "{card} ({title}, {publisher}); {about}", "{card}（{title}，{publisher}）；{about}";
        ChooseCard: "Choose a card to read it.", "选择一张卡片即可阅读。";
        WhoDoesThis: "Who does this", "谁在这样做";
        AllOfThem: "All {count} cards", "全部{count}张卡片";
    }
}

/// The name of an outcome.
pub const fn outcome(outcome: Outcome) -> PracticeMsg {
    match outcome {
        Outcome::Running => PracticeMsg::OutcomeRunning,
        Outcome::Trial => PracticeMsg::OutcomeTrial,
        Outcome::Planned => PracticeMsg::OutcomePlanned,
        Outcome::Ended => PracticeMsg::OutcomeEnded,
        Outcome::Study => PracticeMsg::OutcomeStudy,
    }
}

/// A name in the language of the window; in both one beneath the other.
pub fn both(name: &Name, lang: Lang) -> String {
    lang.lines(|lang| name.get(lang).to_owned())
}

/// Place, years and status in one line a language.
pub fn where_and_when(card: &Practice, lang: Lang) -> String {
    lang.lines(|lang| {
        let years = years(&card.years, lang);
        [card.place.get(lang), &years, card.status.get(lang)].join(" · ")
    })
}

/// A source: title, publisher, year.
pub fn source_line(source: &PracticeSource) -> String {
    [source.title.as_str(), &source.publisher, &source.year].join(" · ")
}

/// The value of a figure with its unit: a bound where the text gives no more.
pub fn value(figure: &PracticeFigure, lang: Lang) -> String {
    let share = figure.unit.en.starts_with("share");
    let plain = |value: f64| {
        if share {
            number::share(value, lang)
        } else {
            number::thousands(&number::typed(value), lang)
        }
    };
    let (low, high) = (
        figure.low.unwrap_or(figure.value),
        figure.high.unwrap_or(figure.value),
    );
    let bound = |message: PracticeMsg| message.with(lang, &[("value", &plain(figure.value))]);
    let words = match (figure.low, figure.high) {
        (Some(low), None) if low >= figure.value => bound(PracticeMsg::Least),
        (None, Some(high)) if high <= figure.value => bound(PracticeMsg::Most),
        _ if low < high => number::span(low, high, lang, plain),
        _ => plain(figure.value),
    };
    let of_what = share && figure.unit.en == "share";
    if of_what {
        words
    } else {
        number::with_unit(&words, figure.unit.get(lang), lang)
    }
}

/// The year of a figure, who says so, how it was read, and a remark.
pub fn about(figure: &PracticeFigure, lang: Lang) -> String {
    let says = match figure.says {
        Says::Found => None,
        Says::Own => Some(PracticeMsg::SaysOwn),
        Says::Announced => Some(PracticeMsg::SaysAnnounced),
    };
    let mark = match figure.mark {
        Mark::Saw => PracticeMsg::MarkSaw,
        Mark::Derived => PracticeMsg::MarkDerived,
        Mark::Own => PracticeMsg::MarkOwn,
        _ => PracticeMsg::MarkSecondHand,
    };
    let mut words = vec![years(&figure.year, lang)];
    words.extend(says.map(|says| says.text(lang).to_owned()));
    words.push(mark.text(lang).to_owned());
    words.extend(figure.note.as_ref().map(|note| note.get(lang).to_owned()));
    words.join(" · ")
}

/// The name of a topic.
pub fn topic(id: &str, library: &Library, lang: Lang) -> String {
    lang.head(|lang| library.topic(id).map_or(id, |name| name.get(lang)).to_owned())
}

/// What years are said with in the table, and in Chinese.
const YEARS: [(&str, &str); 6] = [
    ("c. ", "约"),
    ("n.d.", "年份不详"),
    ("19th century", "19世纪"),
    ("1930s", "1930年代"),
    ("1980s", "1980年代"),
    ("; ", "；"),
];

/// Years as the table has them, in the language of the window: "c. 1980–" is "约1980年起".
pub fn years(text: &str, lang: Lang) -> String {
    if lang == Lang::En {
        return text.to_owned();
    }
    let words = |text: String, (en, zh): &(&str, &str)| text.replace(en, zh);
    let text = YEARS.iter().fold(text.to_owned(), words);
    match text.strip_suffix('–') {
        Some(since) if since.ends_with(|last: char| last.is_ascii_digit()) => format!("{since}年起"),
        Some(since) => format!("{since}起"),
        None => text,
    }
}

/// What came of cards that were put to others, in words.
pub fn merged_words(merged: &Merged, lang: Lang) -> String {
    let (added, same) = (merged.added.to_string(), merged.same.to_string());
    let (beside, ids) = (merged.beside.len().to_string(), merged.beside.join(lang.comma()));
    let values = [
        ("added", added.as_str()),
        ("same", &same),
        ("beside", &beside),
        ("ids", &ids),
    ];
    let message = if merged.beside.is_empty() {
        PackMsg::Merged
    } else {
        PackMsg::MergedBeside
    };
    message.with(lang, &values)
}
