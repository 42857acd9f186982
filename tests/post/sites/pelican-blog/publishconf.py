import os
SITEURL = 'https://example.org'
