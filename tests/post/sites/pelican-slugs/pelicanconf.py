SITENAME = 'Field notes'
SITEURL = 'https://example.org'
DEFAULT_METADATA = {'status': 'draft', 'author': 'Ada Example'}
