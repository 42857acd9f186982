//! `[rules]`

use std::collections::BTreeMap;

use toml::Spanned;

use super::Reading;
use crate::nearly;
use crate::report::Level;

impl Reading<'_> {
    pub(super) fn levels(
        &mut self,
        rules: BTreeMap<Spanned<String>, Spanned<String>>,
    ) -> BTreeMap<String, Option<Level>> {
        let mut levels = BTreeMap::new();
        for (name, level) in rules {
            if crate::rules::find(name.get_ref()).is_none() {
                let near = nearly::meant(name.get_ref(), crate::rules::all().map(|rule| rule.name));
                self.wrong(
                    name.span(),
                    format!("{:?} is not a rule", name.get_ref()),
                    near.map_or_else(
                        || "`afterword explain` lists the rules".to_owned(),
                        |near| format!("did you mean {near:?}?"),
                    ),
                );
                if let (Some(near), Some(last)) = (near, self.findings.pop()) {
                    self.findings.push(last.replaced_by(near));
                }
                continue;
            }
            let Some(level) = Level::named(level.get_ref()) else {
                self.wrong(
                    level.span(),
                    format!("{:?} is not a level", level.get_ref()),
                    "write \"error\", \"warning\", \"info\" or \"off\"",
                );
                continue;
            };
            levels.insert(name.into_inner(), level);
        }
        levels
    }
}
