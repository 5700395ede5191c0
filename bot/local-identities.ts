/** Identities of local mode. They stand in public code, so production refuses every one of them. */
export const localIdentities = {
  tenantId: '7a3f0c52-0d1b-4b7e-9c55-1f2d3e4a5b6c',
  botAppId: '0c9d8b7a-6f5e-4d3c-8b2a-19f0e8d7c6b5',
  tabAppId: '5b6c7d8e-9f0a-4b1c-8d2e-3f4a5b6c7d8e',
  botPassword: 'local-bot-password',
  calendarKey: 'local-calendar-key-of-no-value-elsewhere',
  surveySecret: 'local-survey-secret-of-no-value-elsewhere',
} as const;

const known = new Set<string>(Object.values(localIdentities));

/** Whether a value is one of them, in whatever case. */
export function isLocalIdentity(value: string): boolean {
  return known.has(value.toLowerCase());
}
