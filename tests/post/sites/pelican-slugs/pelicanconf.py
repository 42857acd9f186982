SITENAME = 'Field notes'
SITEURL = 'https://example.org'
