AUTHOR = 'Ada Example'
SITENAME = "Field notes"
SITEURL = ''
PATH = 'content'
TIMEZONE = 'Europe/Rome'
DEFAULT_LANG = 'en'
ARTICLE_URL = '{date:%Y}/{date:%-m}/{category}/{slug}/'
STATIC_PATHS = ['images', 'extra']
