SITENAME = "Recaps"
SITEURL = "https://example.org"
AUTHOR = "Owner"
ARTICLE_URL = "{author}/{slug}/"
DEFAULT_METADATA = {"author": "Given"}
