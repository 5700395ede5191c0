import { openLink } from './open-link';
import type { PageTheme } from './page-address';

/** What the frame is told about the person and the window. */
export interface HostContext {
  readonly directoryId: string;
  readonly name: string;
  readonly email: string;
  readonly tenantId: string;
  /** `fr-fr`, as Teams writes it. */
  readonly locale: string;
  readonly theme: PageTheme;
  readonly subPage?: string;
  readonly requestToken: () => Promise<string>;
}

interface SdkRequest {
  readonly id: number;
  readonly uuidAsString?: string;
  readonly func: string;
  readonly args?: readonly unknown[];
}

/** What this host can do, as the SDK's runtime description. */
const RUNTIME = {
  apiVersion: 4,
  isLegacyTeams: false,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  supports: {
    pages: { appButton: {}, backStack: {}, config: {}, currentApp: {}, fullTrust: {}, tabs: {} },
    chat: {},
    teamsCore: {},
  },
};

/** Answers teams-js inside a frame, as Teams on the web does. */
export class TeamsHost {
  private readonly origin: string;

  constructor(
    private readonly frame: HTMLIFrameElement,
    tabUrl: string,
    private readonly context: () => HostContext,
    private readonly onReady: () => void,
  ) {
    this.origin = new URL(tabUrl).origin;
  }

  /** Starts answering; returns how to stop. */
  start(): () => void {
    const hear = (event: MessageEvent): void => {
      if (event.source !== this.frame.contentWindow || event.origin !== this.origin) return;
      void this.answer(event.data as SdkRequest);
    };
    window.addEventListener('message', hear);
    return () => {
      window.removeEventListener('message', hear);
    };
  }

  /** Tells the frame that the theme changed. */
  changeTheme(theme: PageTheme): void {
    this.post({ func: 'themeChange', args: [theme] });
  }

  private async answer(request: SdkRequest): Promise<void> {
    const args = await this.run(request);
    if (args) this.post({ id: request.id, uuidAsString: request.uuidAsString, args, isPartialResponse: false });
  }

  private async run({ func, args }: SdkRequest): Promise<readonly unknown[] | undefined> {
    switch (func) {
      case 'initialize':
        return ['content', 'web', JSON.stringify(RUNTIME), '2.58.0'];
      case 'getContext':
        return [this.describe()];
      case 'authentication.getAuthToken':
        return this.context()
          .requestToken()
          .then(
            (token) => [true, token],
            (error: unknown) => [false, String(error)],
          );
      case 'executeDeepLink':
      case 'openLink':
      case 'app.openLink':
        if (typeof args?.[0] === 'string') openLink(args[0]);
        return [true];
      case 'chat.openChat': {
        const [request] = (args ?? []) as [{ members?: readonly string[]; user?: string }?];
        openLink(
          `https://teams.microsoft.com/l/chat/0/0?users=${encodeURIComponent(request?.members?.[0] ?? request?.user ?? '')}`,
        );
        return [true];
      }
      case 'appInitialization.success':
      case 'appInitialization.appLoaded':
      case 'appInitialization.failure':
        this.onReady();
        return [true];
      default:
        return undefined;
    }
  }

  private describe(): Record<string, unknown> {
    const { directoryId, name, email, tenantId, locale, theme, subPage } = this.context();
    return {
      entityId: 'home',
      ...(subPage === undefined ? {} : { subEntityId: subPage, subPageId: subPage }),
      locale,
      theme,
      hostName: 'Teams',
      hostClientType: 'web',
      frameContext: 'content',
      userObjectId: directoryId,
      userPrincipalName: email,
      loginHint: email,
      userDisplayName: name,
      tid: tenantId,
      sessionId: 'local-teams',
      appSessionId: 'local-teams',
      isFullScreen: false,
    };
  }

  private post(message: object): void {
    this.frame.contentWindow?.postMessage(message, this.origin);
  }
}
