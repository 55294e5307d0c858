//! Kinds that a lesson file names: each declared once, with its key and its name.

/// Makes the enum of such kinds, and how a file and a reader call them.
macro_rules! keyed {
    ($(#[$about:meta])* pub enum $kind:ident { $($id:ident = $key:literal ($en:literal, $zh:literal);)+ }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $kind {
            $(#[doc = $en] $id,)+
        }

        impl $kind {
            /// All of them, in the order of their rows.
            pub const ALL: &[Self] = &[$(Self::$id),+];

            /// Their keys in lesson files.
            pub const KEYS: &[&str] = &[$($key),+];

            /// Its key in lesson files.
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$id => $key,)+
                }
            }

            /// Its name in `lang`.
            pub const fn text(self, lang: $crate::lang::Lang) -> &'static str {
                use $crate::lang::Lang;
                match (self, lang) {
                    $((Self::$id, Lang::En) => $en,
                    (Self::$id, Lang::Zh | Lang::Both) => $zh,)+
                }
            }

            /// The one with `key`.
            pub fn of_key(key: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.key() == key)
            }

            /// Its name as a heading.
            pub fn head(self, lang: $crate::lang::Lang) -> String {
                lang.head(|lang| self.text(lang).to_owned())
            }
        }
    };
}

pub(super) use keyed;
