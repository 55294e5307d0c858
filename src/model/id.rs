//! Ids: short ASCII words that stay the same while names change. A copy of an id shares its letters, for gates and flows
//! name the same few stages and parts many times over.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

macro_rules! id {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(Arc::from(text))
            }
        }

        impl From<String> for $name {
            fn from(text: String) -> Self {
                Self(Arc::from(text))
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )+};
}

id! {
    /// A part of the product.
    PartId,
    /// A pathway of the project.
    PathwayId,
    /// A stage of a pathway.
    StageId,
    /// A fibre of the library.
    FibreId,
    /// A recycling or disposal route of the library.
    RouteId,
    /// A making process of the library.
    ProcessId,
    /// A kind of garment of the library.
    KindId,
    /// A kind of stage of the library.
    StageKindId,
    /// A kind of work of the library.
    ActivityId,
    /// A place where work is done.
    PlaceId,
    /// A kind of price of the library.
    PriceId,
    /// One numeric factor, library-wide: `route.chem_pet.recovery`.
    FactorId,
    /// A source of the bibliography.
    SourceId,
}
