/**
 * Origins that may frame the tab beside those of Microsoft, as the server wrote them into the page in local mode:
 * `<meta name="passerelle-origins" content="http://127.0.0.1:3979">`, separated by spaces or commas. Empty in production.
 */
export function readHostOrigins(page: Document): readonly string[] {
  const content = page.querySelector('meta[name="passerelle-origins"]')?.getAttribute('content') ?? '';
  return content.split(/[\s,]+/u).filter((origin) => /^https?:\/\//u.test(origin));
}
