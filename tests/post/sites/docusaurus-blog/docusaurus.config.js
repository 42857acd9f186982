// Docusaurus reads this file; Afterword reads it as text.
export default {
  title: 'Field notes',
  tagline: 'Recaps of events',
  url: 'https://example.org',
  baseUrl: '/notes/',
  i18n: { defaultLocale: 'en', locales: ['en'] },
  presets: [
    [
      'classic',
      {
        docs: { path: 'handbook', routeBasePath: '/' },
        blog: {
          feedOptions: { type: 'all' },
          routeBasePath: 'log',
        },
      },
    ],
  ],
};
