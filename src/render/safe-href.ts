/**
 * Which addresses a report may link to. Evidence links come from people: an address is shown as text always, and becomes
 * a link only when following it can do nothing but open a page.
 * Must never: let a script, data or file address through.
 */
const WEB = /^(https?:\/\/|mailto:)/i;
const WITHIN_SITE = /^(\/(?![/\\])|#|\?)/;

/** The address when it may stand in a page: of the web, or within the site. */
export function pageHref(href: string | undefined): string | undefined {
  return href !== undefined && (WEB.test(href) || WITHIN_SITE.test(href)) ? href : undefined;
}

/** The address when it may stand in a file on its own, where addresses within the site lead nowhere. */
export function fileHref(href: string | undefined): string | undefined {
  return href !== undefined && WEB.test(href) ? href : undefined;
}
