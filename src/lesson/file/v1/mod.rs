//! Version 1 of `lesson.ron`: its structs are not the model's.

mod quiz;
mod stop;

use super::word::Word;

use crate::lesson::{Lesson, Level, People, Printed};

use crate::model::{Name, PathwayId};
use quiz::QuestionFile;

use serde::{Deserialize, Serialize};
use stop::{ExerciseFile, LeverFile, RoleFile, StopFile};

/// A whole `lesson.ron`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Lesson", deny_unknown_fields)]
pub(in crate::lesson::file) struct LessonFile {
    version: u32,
    id: String,
    edition: u32,
    name: NameFile,
    minutes: u32,
    people: (u32, u32),
    #[serde(default)]
    level: LevelFile,
    #[serde(default)]
    aims: Vec<NameFile>,
    /// The start projects.
    pub starts: Vec<StartFile>,
    /// The factor set, by its file in the pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub factor_set: Option<String>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pathway: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    levers: Vec<LeverFile>,
    #[serde(default)]
    stops: Vec<StopFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    exercises: Vec<ExerciseFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    quiz: Vec<QuestionFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    roles: Vec<RoleFile>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    print: Vec<Word<Printed>>,
}

/// A start project: a sample, or a file of the pack.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Start", deny_unknown_fields)]
pub(in crate::lesson::file) struct StartFile {
    /// Its id in the pack.
    pub id: String,
    /// A sample project.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// A file of the pack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
}

#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename = "Name", deny_unknown_fields)]
struct NameFile {
    #[serde(default, skip_serializing_if = "String::is_empty")]
    en: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    zh: String,
}

#[derive(Debug, Default, Clone, Copy, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum LevelFile {
    #[default]
    Class,
    Full,
}

fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

impl NameFile {
    fn of(name: &Name) -> Self {
        Self {
            en: name.en.clone(),
            zh: name.zh.clone(),
        }
    }

    fn into_model(self) -> Name {
        Name::new(self.en, self.zh)
    }
}

fn names(files: Vec<NameFile>) -> Vec<Name> {
    files.into_iter().map(NameFile::into_model).collect()
}

fn of_names(names: &[Name]) -> Vec<NameFile> {
    names.iter().map(NameFile::of).collect()
}

fn words<T: Clone>(all: &[T]) -> Vec<Word<T>> {
    all.iter().cloned().map(Word).collect()
}

fn plain<T>(all: Vec<Word<T>>) -> Vec<T> {
    all.into_iter().map(|word| word.0).collect()
}

impl LessonFile {
    /// The file for `lesson` with its start projects and factor set.
    pub(in crate::lesson::file) fn of(
        lesson: &Lesson,
        starts: Vec<StartFile>,
        factor_set: Option<String>,
    ) -> Self {
        Self {
            version: super::VERSION,
            id: lesson.id.clone(),
            edition: lesson.version,
            name: NameFile::of(&lesson.name),
            minutes: lesson.minutes,
            people: (lesson.people.least, lesson.people.most),
            level: match lesson.level {
                Level::Class => LevelFile::Class,
                Level::Full => LevelFile::Full,
            },
            aims: of_names(&lesson.aims),
            starts,
            factor_set,
            pathway: lesson.pathway.to_string(),
            levers: lesson.levers.iter().map(LeverFile::of).collect(),
            stops: lesson.stops.iter().map(StopFile::of).collect(),
            exercises: lesson.exercises.iter().map(ExerciseFile::of).collect(),
            quiz: lesson.quiz.iter().map(QuestionFile::of).collect(),
            roles: lesson.roles.iter().map(RoleFile::of).collect(),
            print: words(&lesson.print),
        }
    }

    /// The model's form.
    pub(in crate::lesson::file) fn into_model(self) -> Lesson {
        Lesson {
            id: self.id,
            version: self.edition,
            name: self.name.into_model(),
            minutes: self.minutes,
            people: People {
                least: self.people.0,
                most: self.people.1,
            },
            level: match self.level {
                LevelFile::Class => Level::Class,
                LevelFile::Full => Level::Full,
            },
            aims: names(self.aims),
            pathway: PathwayId::from(self.pathway),
            levers: self.levers.into_iter().map(LeverFile::into_model).collect(),
            stops: self.stops.into_iter().map(StopFile::into_model).collect(),
            exercises: self.exercises.into_iter().map(ExerciseFile::into_model).collect(),
            quiz: self.quiz.into_iter().map(QuestionFile::into_model).collect(),
            roles: self.roles.into_iter().map(RoleFile::into_model).collect(),
            print: plain(self.print),
        }
    }
}
