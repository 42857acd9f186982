//! stub
use super::model::Model;
pub static NAMES: Model = Model {
    bias: 0.0,
    threshold: 0.5,
    weights: &[("title", 0.0), ("stripped", 0.0), ("summary", 0.0), ("summary-stripped", 0.0), ("capitals", 0.0), ("near", 0.0), ("quoted", 0.0), ("marked", 0.0), ("beside-noun", 0.0), ("tagged", 0.0), ("is-tag", 0.0), ("event-word", 0.0), ("noun", 0.0), ("only-noun", 0.0), ("year", 0.0), ("lower", 0.0), ("long", 0.0), ("single", 0.0), ("joined", 0.0), ("recap", 0.0), ("punctuated", 0.0), ("talk", 0.0), ("grown", 0.0), ("capitalised", 0.0), ("opens", 0.0), ("said", 0.0), ("unsaid", 0.0), ("times", 0.0), ("repeated", 0.0), ("person", 0.0), ("listed", 0.0)],
};
pub static PLACES: Model = Model {
    bias: 0.0,
    threshold: 0.5,
    weights: &[("city", 0.0), ("country", 0.0), ("preposed", 0.0), ("held-in", 0.0), ("moved", 0.0), ("labelled", 0.0), ("online", 0.0), ("building", 0.0), ("held-cjk", 0.0), ("title", 0.0), ("name-tail", 0.0), ("in-name", 0.0), ("names-event", 0.0), ("attended", 0.0), ("first", 0.0), ("early", 0.0), ("other-time", 0.0), ("again", 0.0), ("often", 0.0), ("dated", 0.0), ("region", 0.0), ("person", 0.0), ("tag", 0.0), ("several", 0.0), ("article", 0.0), ("unlisted", 0.0), ("city-elsewhere", 0.0)],
};
