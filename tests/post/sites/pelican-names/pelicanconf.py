SITENAME = "Recaps"
SITEURL = "https://example.org"
TIMEZONE = "Europe/Berlin"
FILENAME_METADATA = r"(?P<date>\d{4}-\d{2}-\d{2})_(?P<slug>.*)"
