/** How Teams opens the tab. */
export interface HostOptions {
  readonly page?: string;
  /** Directory id of who opens it. */
  readonly person?: string;
  readonly language?: 'fr' | 'en';
  readonly theme?: 'default' | 'dark' | 'contrast';
  /** silent: a frame that never answers. no-token: Teams refuses a token. old-token: it gives the one it keeps, until a younger one is claimed. */
  readonly mood?: 'friendly' | 'silent' | 'no-token' | 'old-token';
}

/** What the page of the host goes by. */
export interface HostSettings {
  readonly tabOrigin: string;
  readonly token: string;
  readonly person: string;
  readonly mood: string;
  readonly locale: string;
  readonly theme: string;
  /** Of the tab. */
  readonly address: string;
}

/** What the options of a test come to. */
export function hostSettings(tabOrigin: string, options: HostOptions, token: string): HostSettings {
  return {
    tabOrigin,
    token,
    person: options.person ?? 'u',
    mood: options.mood ?? 'friendly',
    locale: options.language === 'fr' ? 'fr-fr' : 'en-us',
    theme: options.theme ?? 'default',
    address: `${tabOrigin}/tab${options.page ?? '/'}`,
  };
}

/**
 * A page that frames the tab and answers the postMessage protocol of teams-js; `hostTheme('dark')` changes the theme, `hostClose()` takes
 * the tab away, and `hostOpen(settings, address)` opens one anew, as if the page had been loaded from that address.
 */
export function teamsHostPage(begin: HostSettings): string {
  return `<!doctype html><meta charset="utf-8"><title>Host</title>
<style>html,body{margin:0;height:100%}iframe{border:0;width:100%;height:100vh;display:block}</style>
<body><script>
let settings;
let frame;
function reply(message, args) {
  frame.contentWindow.postMessage({ id: message.id, uuidAsString: message.uuidAsString, args, isPartialResponse: false }, settings.tabOrigin);
}
addEventListener('message', (event) => {
  if (event.source !== frame?.contentWindow || event.origin !== settings.tabOrigin || settings.mood === 'silent') return;
  const message = event.data;
  if (message.func === 'initialize') {
    const support = { apiVersion: 2, supports: { pages: {} }, hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } } };
    reply(message, ['content', 'web', JSON.stringify(support), '2.58.0']);
  }
  if (message.func === 'getContext') {
    reply(message, [{ entityId: 'home', locale: settings.locale, theme: settings.theme, hostName: 'Teams', hostClientType: 'web', frameContext: 'content', userObjectId: settings.person, tid: 't', sessionId: 's', appSessionId: 'a' }]);
  }
  if (message.func === 'authentication.getAuthToken') {
    const isKept = settings.mood === 'old-token' && !JSON.stringify(message.args).includes('nbf');
    reply(message, settings.mood === 'no-token' ? [false, 'resourceRequiresConsent'] : [true, settings.token + (isKept ? '-old' : '')]);
  }
});
window.hostMood = (mood) => { settings.mood = mood; };
window.hostTheme = (theme) => frame.contentWindow.postMessage({ func: 'themeChange', args: [theme] }, settings.tabOrigin);
window.hostClose = () => frame?.remove();
window.hostOpen = (next, address) => {
  window.hostClose();
  settings = next;
  history.replaceState(null, '', address);
  frame = document.createElement('iframe');
  frame.id = 'tab';
  frame.title = 'Passerelle';
  frame.src = settings.address;
  const opened = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  document.body.append(frame);
  return opened;
};
window.hostOpen(${JSON.stringify(begin)}, location.pathname);
</script>`;
}

/** An unsigned token that ends at a real time; only the server of production judges tokens. */
export function tokenUntil(seconds: number): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none' })}.${part({ exp: seconds })}.x`;
}
