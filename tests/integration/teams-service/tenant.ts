import type { PersonSeed, TeamsServiceOptions } from '../../../bot/local/teams-service/service-options';

export const BOT = '11111111-1111-4111-8111-111111111111';
export const TAB = '22222222-2222-4222-8222-222222222222';
export const TENANT = '33333333-3333-4333-8333-333333333333';
export const ZOE = '00000000-0000-4000-8000-000000000021';
export const HENRI = '00000000-0000-4000-8000-000000000022';
export const NADIA = '00000000-0000-4000-8000-000000000023';
export const TEAM = '19:team@thread.tacv2';
export const CHANNEL = '19:programme@thread.tacv2';

/** A person of the small test tenant. */
export function aPerson(overrides: Partial<PersonSeed> & Pick<PersonSeed, 'directoryId' | 'name'>): PersonSeed {
  return { email: `${overrides.directoryId.slice(-2)}@exemple.fr`, language: 'fr', hasApp: true, ...overrides };
}

/** Zoé and Henri have the app; Nadia has not; Henri alone is in the team, where the bot is. */
export function tenantOptions(overrides: Partial<TeamsServiceOptions> = {}): TeamsServiceOptions {
  return {
    port: 0,
    botAppId: BOT,
    tabAppId: TAB,
    tenantId: TENANT,
    clock: () => '2026-11-23T09:00:00.000Z',
    people: [
      aPerson({ directoryId: ZOE, name: 'Zoé Martin', email: 'zoe@exemple.fr' }),
      aPerson({ directoryId: HENRI, name: 'Henri Caron', language: 'en', tabRoles: ['Programme.Admin'] }),
      aPerson({ directoryId: NADIA, name: 'Nadia Benali', hasApp: false }),
    ],
    teams: [
      {
        id: TEAM,
        name: 'Mentorat',
        channels: [
          { id: TEAM, name: 'General' },
          { id: CHANNEL, name: 'Programme' },
        ],
        memberDirectoryIds: [HENRI],
        hasApp: true,
      },
    ],
    ...overrides,
  };
}

/** A message activity holding one Adaptive Card. */
export function cardMessage(content: Record<string, unknown>): Record<string, unknown> {
  return {
    type: 'message',
    attachments: [
      {
        contentType: 'application/vnd.microsoft.card.adaptive',
        content: { type: 'AdaptiveCard', version: '1.5', ...content },
      },
    ],
  };
}
