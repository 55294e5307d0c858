//! The rows of the figures of the product.

use super::Form;
use crate::assess::ProductFigures;
use crate::lang::Lang;

/// One row: all that is said of a figure of the product in one place.
#[derive(Debug, Clone, Copy)]
pub struct ProductRow {
    /// The key of the command line's contract.
    pub key: &'static str,
    /// Its name in English.
    pub en: &'static str,
    /// Its name in Chinese.
    pub zh: &'static str,
    /// How its value is written.
    pub form: Form,
    /// Its formula.
    pub formula: &'static str,
    /// Its value.
    pub value: fn(&ProductFigures) -> f64,
}

/// Makes the enum of figures and its rows.
macro_rules! figures {
    ($($id:ident = $key:literal ($en:literal, $zh:literal) { $form:ident, $formula:literal, $value:expr })+) => {
        /// Figures of the product.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum ProductFigure {
            $(#[doc = $en] $id,)+
        }

        impl ProductFigure {
            /// Every figure, in the order of its rows.
            pub const ALL: &[Self] = &[$(Self::$id),+];

            /// All that is said of it.
            pub const fn row(self) -> &'static ProductRow {
                match self {
                    $(Self::$id => {
                        const ROW: &ProductRow = &ProductRow {
                            key: $key,
                            en: $en,
                            zh: $zh,
                            form: Form::$form,
                            formula: $formula,
                            value: $value,
                        };
                        ROW
                    })+
                }
            }
        }
    };
}

figures! {
    Mass = "mass_kg" ("Mass of the finished piece", "成品质量") { Mass, "m = Σ m_p", |product| product.mass_kg }
    Gross = "gross_kg" ("Bought fabric and trims", "面辅料用量") {
        Mass, "gross = Σ m_p / (1 − loss_cutting)", |product| product.gross_kg
    }
    CuttingWaste = "cutting_waste_kg" ("Cutting waste", "裁剪废料（边角料）") {
        Mass, "waste = gross − m", ProductFigures::cutting_waste_kg
    }
    FibreInput = "fibre_input_kg" ("Fibre needed", "所需纤维") {
        Mass, "fibre = Σ m_p / Π (1 − loss)", |product| product.fibre_input_kg
    }
    RecycledShare = "recycled_share" ("Recycled content", "再生成分含量") {
        Share, "Σ m_p F_R / Σ m_p", |product| product.inflow.recycled()
    }
}

impl ProductFigure {
    /// The key of the command line's contract.
    pub const fn key(self) -> &'static str {
        self.row().key
    }

    /// Its name inside a sentence.
    pub const fn text(self, lang: Lang) -> &'static str {
        let row = self.row();
        match lang {
            Lang::En => row.en,
            Lang::Zh | Lang::Both => row.zh,
        }
    }

    /// Its value.
    pub fn value(self, product: &ProductFigures) -> f64 {
        (self.row().value)(product)
    }

    /// Its value as it reads everywhere.
    pub fn said(self, product: &ProductFigures, lang: Lang) -> String {
        self.row().form.text(self.value(product), lang)
    }
}
