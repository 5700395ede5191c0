/** Someone of the tenant, as the service describes them. */
export interface PagePerson {
  readonly directoryId: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly personaRole?: string;
  readonly jobTitle?: string;
  readonly timeZone?: string;
  readonly hasApp: boolean;
  readonly reachable: boolean;
  readonly blocked: boolean;
  readonly cardMode: '1.2' | '1.5';
}

export interface PageTeam {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly { readonly id: string; readonly name: string }[];
  readonly members: readonly string[];
  readonly hasApp: boolean;
}

export interface PageConfig {
  readonly botName: string;
  readonly tenantId: string;
  readonly tabUrl?: string;
  /** Whether programme time can be moved. */
  readonly clock: boolean;
  readonly now: string;
  readonly people: readonly PagePerson[];
  readonly teams: readonly PageTeam[];
}

export interface PageMessage {
  readonly id: string;
  readonly threadId?: string;
  readonly author: 'bot' | 'person';
  readonly directoryId?: string;
  readonly authorName: string;
  readonly at: string;
  readonly editedAt?: string;
  readonly deleted: boolean;
  readonly text?: string;
  readonly cards: readonly object[];
  readonly otherAttachments: readonly {
    readonly contentType: string;
    readonly name?: string;
    readonly contentUrl?: string;
  }[];
  readonly suggestedActions?: { readonly actions?: readonly { readonly title: string; readonly value: string }[] };
  readonly notice?: { readonly text: string; readonly kind: 'message' | 'error' };
}

export interface TaskDialog {
  readonly dialogId: string;
  readonly title?: string;
  readonly card?: object;
  readonly url?: string;
}

export type PressAnswer =
  | { readonly outcome: 'card' | 'nothing' }
  | { readonly outcome: 'message' | 'error'; readonly text: string }
  | { readonly outcome: 'dialog'; readonly dialog: TaskDialog }
  | { readonly outcome: 'incomplete'; readonly missing: readonly string[] };

export interface ClockState {
  readonly now: string;
  /** When the next thing is due, where the server knows. */
  readonly nextDue?: string;
  /** Why time was not moved (`nothing-due`), or not as far as it was to be (`not-idle`). */
  readonly problem?: string;
}

export type ClockStep = 'next-due' | 'day' | 'month';

/** What the service says it could not do; its message is for people. */
export class ServiceProblem extends Error {}

/** One call to the service's control routes. Throws a ServiceProblem with the service's own words. */
async function call<T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`control/${path}`, {
      method,
      ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  } catch {
    throw new ServiceProblem('Local Teams is not running any more.');
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok)
    throw new ServiceProblem(
      (answer as { error?: { message?: string } } | undefined)?.error?.message ?? `HTTP ${String(response.status)}`,
    );
  return answer as T;
}

export interface PressedAction {
  readonly type: string;
  readonly verb?: string;
  readonly title?: string;
  readonly data?: unknown;
}

/** The service as the page uses it. */
export const serviceClient = {
  config: () => call<PageConfig>('GET', 'config'),
  conversation: (directoryId: string) =>
    call<readonly PageMessage[]>('GET', `conversation?directoryId=${encodeURIComponent(directoryId)}`),
  channel: (channelId: string, directoryId: string) =>
    call<readonly PageMessage[]>(
      'GET',
      `channel?channelId=${encodeURIComponent(channelId)}&directoryId=${encodeURIComponent(directoryId)}`,
    ),
  say: (directoryId: string, text: string, channel?: { channelId: string; threadId?: string }) =>
    call<{ status?: number; error?: string }>('POST', 'say', { directoryId, text, ...channel }),
  press: (directoryId: string, activityId: string, action: PressedAction, inputs: object) =>
    call<PressAnswer>('POST', 'press', { directoryId, activityId, action, inputs }),
  submitDialog: (dialogId: string, action: PressedAction, inputs: object) =>
    call<PressAnswer>('POST', 'dialog/submit', { dialogId, action, inputs }),
  closeDialog: (dialogId: string) => call('POST', 'dialog/close', { dialogId }),
  install: (directoryId: string) => call('POST', 'install', { directoryId }),
  uninstall: (directoryId: string) => call('POST', 'uninstall', { directoryId }),
  block: (directoryId: string, blocked: boolean) => call('POST', 'block', { directoryId, blocked }),
  setCardMode: (directoryId: string, mode: '1.2' | '1.5') => call('POST', 'card-mode', { directoryId, mode }),
  tabToken: async (directoryId: string) => (await call<{ token: string }>('POST', 'tab-token', { directoryId })).token,
  clock: () => call<ClockState>('GET', 'clock'),
  advance: (to: ClockStep) => call<ClockState>('POST', 'clock/advance', { to }),
  /** Everybody whom nobody plays here presses what their open cards ask. */
  letOthersAnswer: () => call<{ pressed: number }>('POST', 'others-answer'),
};
