use super::*;

fn at(text: &str, zone: Zone) -> String {
    instant(text, zone).map_or_else(|fault| format!("{fault:?}"), |instant| instant.to_rfc3339())
}

#[test]
fn written_forms() {
    let cases = [
        ("2020-02-08", "2020-02-08T00:00:00+00:00"),
        ("2020-2-8", "2020-02-08T00:00:00+00:00"),
        ("2020/02/08", "2020-02-08T00:00:00+00:00"),
        ("20200208", "2020-02-08T00:00:00+00:00"),
        ("2020-02-08 09:30", "2020-02-08T09:30:00+00:00"),
        ("2020-02-08T09:30:15Z", "2020-02-08T09:30:15+00:00"),
        ("2020-02-08t09:30:15.250z", "2020-02-08T09:30:15.250+00:00"),
        ("2020-02-08T09:30:00-08:00", "2020-02-08T09:30:00-08:00"),
        ("2020-02-08 09:30:00 -0800", "2020-02-08T09:30:00-08:00"),
        ("2020-02-08 9:30:00 +09", "2020-02-08T09:30:00+09:00"),
        ("2020-02-08 09:30 UTC", "2020-02-08T09:30:00+00:00"),
        ("2020-02-08 09:30 Europe/Berlin", "2020-02-08T09:30:00+01:00"),
        ("20200208T093000Z", "2020-02-08T09:30:00+00:00"),
        ("Sat, 08 Feb 2020 09:30:00 PST", "2020-02-08T09:30:00-08:00"),
        ("8 February 2020", "2020-02-08T00:00:00+00:00"),
        ("15 Oct 2023", "2023-10-15T00:00:00+00:00"),
        ("8th of February, 2020", "2020-02-08T00:00:00+00:00"),
        ("February 8, 2020", "2020-02-08T00:00:00+00:00"),
        ("Feb 8th, 2020 at 9:30 pm", "2020-02-08T21:30:00+00:00"),
        (
            "Sat Feb 08 2020 09:30:00 GMT+0100 (Central European Standard Time)",
            "2020-02-08T09:30:00+01:00",
        ),
        ("Sat Feb  8 09:30:00 2020", "2020-02-08T09:30:00+00:00"),
        ("Sat Feb  8 09:30:00 PST 2020", "2020-02-08T09:30:00-08:00"),
        ("08 Feb 20 09:30 -0800", "2020-02-08T09:30:00-08:00"),
        ("Saturday, 08-Feb-69 09:30:00 UTC", "1969-02-08T09:30:00+00:00"),
        ("2016-12-31T23:59:60Z", "2016-12-31T23:59:59+00:00"),
        ("1900-01-01", "1900-01-01T00:00:00+00:00"),
    ];
    for (text, expected) in cases {
        assert_eq!(at(text, Zone::UTC), expected, "{text}");
    }
}

#[test]
fn other_texts_are_not_dates() {
    let cases = [
        ("2026-02-30", "NoSuchDay"),
        ("2026-13-01", "NoSuchDay"),
        ("2026-02-03 24:00", "NoSuchTime(Some(\"00:00 of the next day\"))"),
        ("2016-11-01 012:01 UTC", "NoSuchTime(Some(\"12:01\"))"),
        ("2026-02-03 12:60", "NoSuchTime(None)"),
        ("2026-02-03T12:00+25:00", "NoSuchOffset"),
        ("2026-02-03T12:00+14:30", "NoSuchOffset"),
        ("0000-01-01", "NoSuchDay_or_OutOfRange"),
        ("0001-01-01", "OutOfRange"),
        ("1582-10-10", "OutOfRange"),
        ("1899-12-31", "OutOfRange"),
        ("1900-01-01T00:00:00+01:00", "OutOfRange"),
        ("9999-12-31T23:59:59Z", "OutOfRange"),
        ("10000-01-01", "OutOfRange"),
        ("03/04/2020", "Ambiguous"),
        ("yesterday", "NotADate"),
        ("", "NotADate"),
        ("2020-02", "NotADate"),
        ("2020-02-08 in Portland", "NotADate"),
        ("1581120000", "NotADate"),
    ];
    for (text, expected) in cases {
        let found = at(text, Zone::UTC);
        assert!(found == expected || expected.contains(&format!("_or_{found}")), "{text}: {found}");
    }
}

#[test]
fn zones_gaps_and_folds() {
    let zone = |name: &str| Zone::named(name).expect("a zone");
    let berlin = zone("Europe/Berlin");
    assert_eq!(at("2026-07-01 12:00", berlin), "2026-07-01T12:00:00+02:00");
    assert!(
        at("2026-03-29 02:30", berlin).starts_with("Gap(Europe/Berlin, 2026-03-29T03:00:00+02:00")
    );
    // The clock shows 02:30 twice; the earlier one counts.
    assert_eq!(at("2026-10-25 02:30", berlin), "2026-10-25T02:30:00+02:00");
    // Midnight itself can be in a gap; a date alone is the start of its day all the same.
    assert_eq!(at("2018-11-04", zone("America/Sao_Paulo")), "2018-11-04T01:00:00-02:00");
}

#[test]
fn dates_in_names() {
    let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
    assert_eq!(in_name("2020-02-08-pycascades"), Some((day(2020, 2, 8), 11)));
    assert_eq!(in_name("2020_02_08_x"), Some((day(2020, 2, 8), 11)));
    assert_eq!(in_name("2020-2-8"), Some((day(2020, 2, 8), 8)));
    assert_eq!(in_name("2020-02-30-x"), None);
    assert_eq!(in_name("2020-02"), None);
    assert_eq!(in_name("Ünconf"), None);
    assert_eq!(in_folders("blog/2020/02/08/title"), Some(day(2020, 2, 8)));
    assert_eq!(in_folders("blog/2020/02/title"), None);
}

#[test]
fn what_generators_make_of_other_times() {
    let berlin = Zone::named("Europe/Berlin").expect("a zone");
    let text = |instant: Option<DateTime<FixedOffset>>| instant.map(|instant| instant.to_rfc3339());
    let next = Some("2026-01-03T00:00:00+01:00".to_owned());
    assert_eq!(text(after_midnight("2026-01-02 24:00:00", berlin)), next);
    assert_eq!(text(after_midnight("2026-01-02 23:00", berlin)), None);
    for (written, expected) in [
        ("05.01.2026", Some("2026-05-01T00:00:00+00:00")),
        ("31/1/2026 10:00", Some("2026-01-31T10:00:00+00:00")),
        ("3/4/26", None),
    ] {
        assert_eq!(text(month_first(written, Zone::UTC)).as_deref(), expected, "{written}");
    }
}

#[test]
fn a_word_beyond_ascii_is_no_weekday() {
    let text = "éé Feb 8 09:30:00 2020";
    assert_eq!(parse(text), Err(Fault::NotADate));
}
