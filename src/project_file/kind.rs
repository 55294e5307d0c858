//! The lists of a file and the shapes of its values, with their names in both languages.

use crate::model::Name;
use serde::{Deserialize, Serialize};

/// Lists and maps whose entries are counted and told apart by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rows {
    /// Variants of the product.
    Variants,
    /// Parts of the product.
    Parts,
    /// Marks on what was assumed.
    Assumed,
    /// Fibre lines of a part.
    Fibres,
    /// Pathways.
    Pathways,
    /// Columns side by side.
    Compared,
    /// Stages of a pathway.
    Stages,
    /// Exits of a stage.
    Exits,
    /// Exits of all stages together.
    AllExits,
    /// Parts times the material stages of all pathways.
    Gates,
    /// Own figures.
    Overrides,
    /// Multipliers of indirect work.
    Multipliers,
    /// Prices.
    Prices,
    /// Rates of exchange.
    Rates,
    /// Own places.
    Places,
    /// Own places one in another.
    Nested,
    /// Library figures at the time of saving.
    LibraryValues,
    /// Pictures.
    Pictures,
    /// Practice cards.
    Cards,
    /// Figures of a card.
    CardFigures,
    /// Sources of a card.
    CardSources,
}

/// Shapes of values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// A number.
    Number,
    /// A number without fraction.
    Whole,
    /// Text in quotes.
    Text,
    /// A word without quotes.
    Word,
    /// `true` or `false`.
    YesNo,
    /// `[ … ]`.
    List,
    /// `{ … }`.
    Map,
    /// `( … )`.
    Group,
}

impl Rows {
    /// True for lists whose entries are groups in brackets.
    pub(super) const fn are_groups(self) -> bool {
        !matches!(
            self,
            Self::Assumed
                | Self::Compared
                | Self::Overrides
                | Self::Multipliers
                | Self::Prices
                | Self::LibraryValues
                | Self::Places
                | Self::Nested
                | Self::Pictures
        )
    }

    /// What the entries are called.
    pub fn name(self) -> Name {
        Name::new(self.english(), self.chinese())
    }

    pub(super) const fn english(self) -> &'static str {
        match self {
            Self::Variants => "variants",
            Self::Parts => "parts",
            Self::Assumed => "assumed properties",
            Self::Fibres => "fibres of a part",
            Self::Pathways => "pathways",
            Self::Compared => "compared columns",
            Self::Stages => "stages of a pathway",
            Self::Exits => "exits of a stage",
            Self::AllExits => "exits of all stages together",
            Self::Gates => "gates (parts times the recycling and disposal routes of all pathways)",
            Self::Overrides => "own figures",
            Self::Multipliers => "multipliers",
            Self::Prices => "prices",
            Self::Rates => "rates of exchange",
            Self::Places => "own places",
            Self::Nested => "own places one in another",
            Self::LibraryValues => "library values",
            Self::Pictures => "pictures",
            Self::Cards => "practice cards",
            Self::CardFigures => "figures of a card",
            Self::CardSources => "sources of a card",
        }
    }

    pub(super) const fn chinese(self) -> &'static str {
        match self {
            Self::Variants => "方案",
            Self::Parts => "部件",
            Self::Assumed => "假设项",
            Self::Fibres => "部件的纤维",
            Self::Pathways => "路径",
            Self::Compared => "对比的内容",
            Self::Stages => "路径的环节",
            Self::Exits => "环节的去向",
            Self::AllExits => "所有环节的去向合计",
            Self::Gates => "处理点（部件数乘以各路径的处理路线数）",
            Self::Overrides => "自定数值",
            Self::Multipliers => "乘数",
            Self::Prices => "价格",
            Self::Rates => "汇率",
            Self::Places => "自定地点",
            Self::Nested => "层层相套的自定地点",
            Self::LibraryValues => "数据库数值",
            Self::Pictures => "图片",
            Self::Cards => "案例卡片",
            Self::CardFigures => "卡片的数字",
            Self::CardSources => "卡片的出处",
        }
    }
}

impl Shape {
    pub(super) const fn english(self) -> &'static str {
        match self {
            Self::Number => "a number",
            Self::Whole => "a whole number, not negative and not too large,",
            Self::Text => "text in double quotes",
            Self::Word => "a word without quotes",
            Self::YesNo => "true or false",
            Self::List => "a list in [ ]",
            Self::Map => "a map in { }",
            Self::Group => "a group in ( )",
        }
    }

    pub(super) const fn chinese(self) -> &'static str {
        match self {
            Self::Number => "数字",
            Self::Whole => "大小合适的非负整数",
            Self::Text => "双引号内的文字",
            Self::Word => "不带引号的词",
            Self::YesNo => "true或false",
            Self::List => "方括号[ ]内的列表",
            Self::Map => "花括号{ }内的键值",
            Self::Group => "圆括号( )内的一组",
        }
    }
}
