//! Linear models that rank candidates: a weight per feature, learned from labelled posts.
//!
//! `training/train` fits the weights (logistic regression) and writes [`super::weights`].

/// Declares the features of a model as an enum with names.
///
/// ```ignore
/// features! {
///     /// Features of a candidate for the hook.
///     pub enum Hook {
///         /// The sentence names the event.
///         NamesEvent = "names-event",
///     }
/// }
/// ```
macro_rules! features {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$about:meta])+ $feature:ident = $text:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $($(#[$about])+ $feature,)+ }

        impl $name {
            /// The features' names, in the order of their indices.
            pub(crate) const NAMES: &[&str] = &[$($text,)+];
        }

        impl $crate::recap::model::Feature for $name {
            const COUNT: usize = Self::NAMES.len();
            fn index(self) -> usize {
                self as usize
            }
        }
    };
}
pub(super) use features;

/// A feature of a model: an index into its weights.
pub(super) trait Feature: Copy {
    /// How many features the model has.
    const COUNT: usize;
    /// The feature's index.
    fn index(self) -> usize;
}

/// The values of a candidate's features; one that is not set is 0.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Features(Vec<f32>);

impl Features {
    /// No feature set.
    pub(super) fn of<F: Feature>() -> Self {
        Self(vec![0.0; F::COUNT])
    }

    /// Sets a boolean feature.
    pub(super) fn flag<F: Feature>(&mut self, feature: F, holds: bool) {
        self.set(feature, f32::from(u8::from(holds)));
    }

    /// Sets a feature to a value, ideally between 0 and 1, so that weights are comparable.
    pub(super) fn set<F: Feature>(&mut self, feature: F, value: f32) {
        if let Some(slot) = self.0.get_mut(feature.index()) {
            *slot = value;
        }
    }

    /// Whether a feature is set.
    pub(super) fn has<F: Feature>(&self, feature: F) -> bool {
        (self.0.get(feature.index())).is_some_and(|value| *value > 0.0)
    }

    /// The values in the order of the features.
    pub(super) fn values(&self) -> &[f32] {
        &self.0
    }
}

/// A learned model.
#[derive(Debug)]
pub(super) struct Model {
    /// The score of a candidate without features.
    pub bias: f32,
    /// The least probability at which a candidate is accepted.
    pub threshold: f32,
    /// Each feature's name and weight, in the order of the feature enum.
    pub weights: &'static [(&'static str, f32)],
}

impl Model {
    /// The probability, from 0 to 1, that a candidate is right.
    pub(super) fn probability(&self, features: &Features) -> f32 {
        let sum = self.weights.iter().zip(&features.0);
        let score = self.bias + sum.map(|((_, weight), value)| weight * value).sum::<f32>();
        1.0 / (1.0 + (-score).exp())
    }

    /// Whether a probability is enough to accept a candidate.
    pub(super) fn accepts(&self, probability: f32) -> bool {
        probability >= self.threshold
    }
}

#[cfg(test)]
mod tests {
    use super::super::hashtag::Hashtag;
    use super::super::hook::Hook;
    use super::super::kind::Looks;
    use super::super::takeaway::Takeaway;
    use super::super::weights::{HASHTAGS, HOOKS, KINDS, TAKEAWAYS};

    #[test]
    fn every_weight_is_that_of_its_feature() {
        for (model, names) in [
            (&HASHTAGS, Hashtag::NAMES),
            (&HOOKS, Hook::NAMES),
            (&KINDS, Looks::NAMES),
            (&TAKEAWAYS, Takeaway::NAMES),
        ] {
            let weighed: Vec<&str> = model.weights.iter().map(|(name, _)| *name).collect();
            assert_eq!(weighed, names, "make the table and run training/train");
        }
    }
}
