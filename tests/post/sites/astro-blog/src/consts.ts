export const SITE_TITLE = "Field notes";
export const SITE_DESCRIPTION = 'Notes';
