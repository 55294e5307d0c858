//! The passport draft of a product, and what may be said of it.

use super::export::{day, same_file};
use super::source::Source;
use super::{Done, Failure, Format, write_json};
use crate::assess::{Assessment, assess};
use crate::data::Library;
use crate::model::Project;
use crate::report::claims::{self as said, ClaimJson};
use crate::report::passport::{Details, Missing, Order, draft};
use crate::store;
use crate::text::{ClaimMsg, Lang, PassportMsg};
use clap::Args;
use serde::Serialize;
use std::io::Write;
use std::path::PathBuf;

/// What the file of a product does not say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Args)]
pub struct DetailsArgs {
    /// Who issues it, a W3C DID.
    #[arg(long, value_name = "DID", default_value = "", hide_default_value = true)]
    issuer_id: String,
    /// Name of the issuer.
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    issuer_name: String,
    /// Identifier of the product.
    #[arg(long, value_name = "URI", default_value = "", hide_default_value = true)]
    product_id: String,
    /// Scheme of that identifier.
    #[arg(long, value_name = "URI", default_value = "", hide_default_value = true)]
    scheme_id: String,
    /// Name of the scheme.
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    scheme_name: String,
    /// Identifier of the factory.
    #[arg(long, value_name = "URI", default_value = "", hide_default_value = true)]
    facility_id: String,
    /// Name of the factory.
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    facility_name: String,
    /// Product category, an HS code.
    #[arg(long, value_name = "CODE", default_value = "", hide_default_value = true)]
    category_code: String,
    /// Name of the category.
    #[arg(long, value_name = "NAME", default_value = "", hide_default_value = true)]
    category_name: String,
    /// Puts estimated hours in, too.
    #[arg(long)]
    work: bool,
    /// The day from which it holds; today by default.
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
}

impl DetailsArgs {
    fn details(&self) -> Details {
        Details {
            issuer_id: self.issuer_id.clone(),
            issuer_name: self.issuer_name.clone(),
            product_id: self.product_id.clone(),
            scheme_id: self.scheme_id.clone(),
            scheme_name: self.scheme_name.clone(),
            facility_id: self.facility_id.clone(),
            facility_name: self.facility_name.clone(),
            category_code: self.category_code.clone(),
            category_name: self.category_name.clone(),
            work: self.work,
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Args)]
pub struct PassportArgs {
    /// What it is about.
    #[command(flatten)]
    pub source: Source,
    /// Credential to write.
    #[arg(short, long, value_name = "OUT.json")]
    pub output: PathBuf,
    /// What the file of a product does not say.
    #[command(flatten)]
    pub details: DetailsArgs,
}

/// Of which product.
#[derive(Debug, Clone, Args)]
pub struct ClaimsArgs {
    /// What it is about.
    #[command(flatten)]
    pub source: Source,
    /// Form of the output.
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// What came of it.
#[derive(Serialize)]
struct PassportJson {
    valid: bool,
    missing: Vec<Missing>,
}

/// The project with a variant in hand, and its figures.
fn assessed(source: &Source, lang: Lang, err: &mut dyn Write) -> Result<(Project, Assessment), Failure> {
    let project = source.read(lang, err)?;
    let assessment = assess(&project, Library::builtin());
    Ok((project, assessment))
}

pub fn run(
    asked: &PassportArgs,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    same_file(&asked.source.file, &asked.output, lang)?;
    let date = day(asked.details.date.as_deref(), lang)?;
    let (project, assessment) = assessed(&asked.source, lang, err)?;
    let details = asked.details.details();
    let draft = draft(&Order {
        project: &project,
        assessment: &assessment,
        details: &details,
        date: &date,
        lang,
    });
    if draft.is_valid() {
        let written = store::write(&asked.output, draft.text().as_bytes());
        written.map_err(|error| Failure::File(error.text(lang)))?;
    } else {
        let problems = draft.problems.join(lang.semicolon());
        let sentence = PassportMsg::Invalid.with(lang, &[("problems", &problems)]);
        writeln!(err, "reloom: {sentence}")?;
    }
    let json = PassportJson {
        valid: draft.is_valid(),
        missing: draft.missing,
    };
    write_json(out, &json)?;
    let is_done = json.valid && json.missing.is_empty();
    Ok(if is_done { Done::Clean } else { Done::WithFindings })
}

pub fn claims(
    asked: &ClaimsArgs,
    lang: Lang,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> Result<Done, Failure> {
    let (project, assessment) = assessed(&asked.source, lang, err)?;
    let claims = said::claims(&project, Library::builtin(), &assessment);
    match asked.format {
        Format::Json => {
            let json: Vec<ClaimJson> = claims.iter().map(|claim| ClaimJson::of(claim, lang)).collect();
            write_json(out, &json)?;
        }
        Format::Table => {
            for claim in &claims {
                let verdict = if claim.allowed {
                    ClaimMsg::Allowed
                } else {
                    ClaimMsg::NotYet
                };
                writeln!(
                    out,
                    "{}{}{}",
                    claim.text.get(lang),
                    lang.colon(),
                    verdict.text(lang)
                )?;
                for what in &claim.basis {
                    writeln!(
                        out,
                        "    {}",
                        ClaimMsg::Basis.with(lang, &[("what", what.get(lang))])
                    )?;
                }
                for what in &claim.missing {
                    writeln!(
                        out,
                        "    {}",
                        ClaimMsg::Missing.with(lang, &[("what", what.get(lang))])
                    )?;
                }
            }
        }
    }
    Ok(Done::Clean)
}
