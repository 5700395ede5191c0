/** Which hosts the bot talks to; anything else an activity names is refused before a token is fetched. */
export interface ServiceHosts {
  /** Host names, exact, or with a leading dot for every host below a domain. */
  readonly hosts: readonly string[];
  /** Local mode only: http on this machine. */
  readonly allowLoopback: boolean;
}

const loopback = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether a service URL is https on a listed host, without user, port, query or fragment. */
export function isAllowedServiceUrl(text: unknown, { hosts, allowLoopback }: ServiceHosts): text is string {
  if (typeof text !== 'string' || text.length > 300 || !URL.canParse(text)) return false;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '' || /[\\@\s]/u.test(text))
    return false;
  if (url.protocol === 'http:') return allowLoopback && loopback.has(url.hostname);
  if (url.protocol !== 'https:' || url.port !== '') return false;
  return hosts.some((host) => (host.startsWith('.') ? url.hostname.endsWith(host) : url.hostname === host));
}

/** The address of a connector route; parts of the path are encoded. */
export function connectorUrl(
  serviceUrl: string,
  path: readonly string[],
  query: Readonly<Record<string, string>> = {},
): string {
  const url = new URL(path.map(encodeURIComponent).join('/'), serviceUrl.endsWith('/') ? serviceUrl : `${serviceUrl}/`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url.href;
}
