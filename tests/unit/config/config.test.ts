import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configProblems, readConfig } from '../../../bot/config';
import { teamsClients } from '../../../bot/config-variables';
import { localIdentities } from '../../../bot/local-identities';

const guid = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

function production(overrides: Readonly<Record<string, string | undefined>> = {}): Record<string, string | undefined> {
  return {
    PASSERELLE_MODE: 'production',
    PUBLIC_URL: 'https://passerelle.example.com/',
    TENANT_ID: guid(1),
    BOT_APP_ID: guid(2),
    BOT_APP_TYPE: 'SingleTenant',
    BOT_PASSWORD: 'a-secret',
    TAB_APP_ID: guid(3),
    STORAGE_TABLE_URL: 'https://account.table.core.windows.net',
    STORAGE_QUEUE_URL: 'https://account.queue.core.windows.net',
    CALENDAR_KEY: 'k'.repeat(32),
    SURVEY_SECRET: 's'.repeat(32),
    ...overrides,
  };
}

function local(overrides: Readonly<Record<string, string | undefined>> = {}): Record<string, string | undefined> {
  return production({
    PASSERELLE_MODE: 'local',
    PUBLIC_URL: 'http://127.0.0.1:3978',
    STORAGE_TABLE_URL: undefined,
    STORAGE_QUEUE_URL: undefined,
    STORAGE_CONNECTION: 'DefaultEndpointsProtocol=http;TableEndpoint=http://127.0.0.1:1/a;',
    LOCAL_CLOCK_FILE: '/nowhere/clock.json',
    ...overrides,
  });
}

const named = (environment: Record<string, string | undefined>): readonly string[] =>
  configProblems(environment).map(({ variable }) => variable);

describe('the configuration of production', () => {
  test('a complete one is read, with the usual trust anchors of its tenant', () => {
    const config = readConfig(production());
    expect(config).toMatchObject({
      mode: 'production',
      port: 3978,
      host: '0.0.0.0',
      publicUrl: 'https://passerelle.example.com',
    });
    expect(config.bot.tokenEndpoint).toBe(`https://login.microsoftonline.com/${guid(1)}/oauth2/v2.0/token`);
    expect(config.tab).toMatchObject({
      issuer: `https://login.microsoftonline.com/${guid(1)}/v2.0`,
      audience: guid(3),
    });
    expect(config.local).toBeUndefined();
  });

  test.each([
    'PASSERELLE_MODE',
    'PUBLIC_URL',
    'TENANT_ID',
    'BOT_APP_ID',
    'BOT_APP_TYPE',
    'BOT_PASSWORD',
    'TAB_APP_ID',
    'STORAGE_TABLE_URL',
    'CALENDAR_KEY',
    'SURVEY_SECRET',
  ])('F02 without %s the server does not start and says which variable is missing', (variable) => {
    expect(named(production({ [variable]: undefined }))).toEqual([variable]);
    expect(named(production({ [variable]: '' }))).toEqual([variable]);
    expect(() => readConfig(production({ [variable]: undefined }))).toThrow(variable);
  });

  test.each(['MultiTenant', 'singletenant', 'SingleTenant ', 'UserAssignedMsi'])(
    'F02 the app type %j is refused',
    (type) => {
      expect(named(production({ BOT_APP_TYPE: type }))).toEqual(['BOT_APP_TYPE']);
    },
  );

  test.each([
    ['PUBLIC_URL', 'http://passerelle.example.com'],
    ['PUBLIC_URL', 'https://localhost:3978'],
    ['BOT_OPENID_METADATA', 'https://127.0.0.1/openid'],
    ['BOT_OPENID_METADATA', 'http://login.botframework.com/v1'],
    ['BOT_OPENID_METADATA', 'https://login.botframework.com.evil.example/v1'],
    ['BOT_TOKEN_ENDPOINT', 'https://[::1]/token'],
    ['BOT_TOKEN_ENDPOINT', 'https://login.evil.example/token'],
    ['TAB_ISSUER', 'http://login.microsoftonline.com/x'],
    ['TAB_ISSUER', 'https://sts.evil.example/x'],
    ['TAB_JWKS', 'https://127.8.8.8/keys'],
    ['TAB_JWKS', 'https://keys.example.com/keys'],
    ['TAB_JWKS', 'https://login.microsoftonline.com:444/keys'],
    ['TAB_CLIENTS', 'any'],
    ['TAB_CLIENTS', ','],
    ['STORAGE_TABLE_URL', 'http://account.table.core.windows.net'],
    ['BOT_SERVICE_HOSTS', 'smba.trafficmanager.net,localhost:3979'],
    ['BOT_SERVICE_HOSTS', '.com'],
    ['BOT_SERVICE_HOSTS', '.net'],
    ['BOT_SERVICE_HOSTS', '.trafficmanager.net'],
    ['BOT_SERVICE_HOSTS', 'smba.trafficmanager.net .evil.example'],
    ['BOT_SERVICE_HOSTS', 'evil-botframework.com'],
    ['BOT_SERVICE_HOSTS', '.'],
    ['TAB_FRAME_ANCESTORS', 'http://127.0.0.1:3979'],
    ['TAB_FRAME_ANCESTORS', 'https://localhost'],
    ['TAB_FRAME_ANCESTORS', 'https://*'],
    ['TAB_FRAME_ANCESTORS', 'https://*.example.com'],
    ['TAB_FRAME_ANCESTORS', '*'],
    ['TAB_FRAME_ANCESTORS', "https://a.example.com;script-src 'unsafe-inline'"],
    ['TAB_FRAME_ANCESTORS', 'https://a.example.com/path'],
    ['BOT_SERVICE_HOSTS', '.teams.microsoft.us'],
    ['TAB_JWKS', 'https://login.microsoftonline.us/x/keys'],
    ['TENANT_ID', localIdentities.tenantId],
    ['TENANT_ID', localIdentities.tenantId.toUpperCase()],
    ['BOT_APP_ID', localIdentities.botAppId],
    ['TAB_APP_ID', localIdentities.tabAppId],
    ['BOT_PASSWORD', localIdentities.botPassword],
    ['CALENDAR_KEY', localIdentities.calendarKey],
    ['SURVEY_SECRET', localIdentities.surveySecret],
    ['SURVEY_SECRET', 's'.repeat(31)],
    ['SURVEY_SECRET', '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/survey-secret)'],
    ['CLAIM_SECONDS', '14'],
    ['STORAGE_CONNECTION', 'UseDevelopmentStorage=true'],
    ['STORAGE_CONNECTION', 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=k'],
    ['LOCAL_CLOCK_FILE', '/tmp/clock'],
    ['LOCAL_TEAMS_URL', 'http://127.0.0.1:3979'],
    ['LOCAL_SEED', '7'],
    ['PASSERELLE_CRASH_AT', 'sent:proposal:1'],
  ])('refuses %s = %s', (variable, value) => {
    expect(named(production({ [variable]: value }))).toEqual([variable]);
  });

  test('the tab is asked through Teams’ own clients unless others are named', () => {
    expect(readConfig(production()).tab.clients).toEqual(teamsClients);
    const other = guid(9);
    expect(readConfig(production({ TAB_CLIENTS: other })).tab.clients).toEqual([other]);
  });

  test('hosts of GCC and origins in full are taken', () => {
    const config = readConfig(
      production({
        BOT_SERVICE_HOSTS: '.infra.gcc.teams.microsoft.com smba.trafficmanager.net',
        TAB_FRAME_ANCESTORS: 'https://portal.example.com:8443',
      }),
    );
    expect(config.tab.frameAncestors).toEqual(['https://portal.example.com:8443']);
  });

  test('a managed identity needs no secret', () => {
    const config = readConfig(production({ BOT_APP_TYPE: 'UserAssignedMSI', BOT_PASSWORD: undefined }));
    expect(config.bot.password).toBeUndefined();
  });

  test('every problem is told at once', () => {
    expect(named({})).toEqual(
      expect.arrayContaining([
        'PASSERELLE_MODE',
        'PUBLIC_URL',
        'TENANT_ID',
        'BOT_APP_ID',
        'BOT_APP_TYPE',
        'TAB_APP_ID',
      ]),
    );
  });

  test('no message repeats a value', () => {
    const problems = configProblems(
      production({ METRICS_TOKEN: 'short-secret', CALENDAR_KEY: 'short-key', BOT_APP_ID: 'not-a-guid' }),
    );
    expect(problems.map(({ problem }) => problem).join(' ')).not.toMatch(/short|not-a-guid/);
    expect(problems).toHaveLength(3);
  });
});

describe('the configuration of local mode', () => {
  test('listens on this machine only', () => {
    expect(readConfig(local())).toMatchObject({
      mode: 'local',
      host: '127.0.0.1',
      local: { clockFile: '/nowhere/clock.json' },
    });
    expect(named(local({ HOST: '0.0.0.0' }))).toEqual(['HOST']);
    expect(named(local({ HOST: '192.168.1.4' }))).toEqual(['HOST']);
  });

  test('may take a seed that decides what chance decides otherwise, a whole number', () => {
    expect(readConfig(local({ LOCAL_SEED: '0' })).local).toMatchObject({ seed: 0 });
    expect(readConfig(local()).local).not.toHaveProperty('seed');
    expect(named(local({ LOCAL_SEED: '1.5' }))).toEqual(['LOCAL_SEED']);
  });

  test('is refused where the environment says production', () => {
    expect(named(local({ NODE_ENV: 'production' }))).toEqual(['PASSERELLE_MODE']);
  });
});

describe('a secret in a file', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'passerelle-secret-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  test('is read again when the file changes, and survives the moment of its replacement', () => {
    const file = join(folder, 'password');
    writeFileSync(file, 'first\n');
    const { password } = readConfig(production({ BOT_PASSWORD: undefined, BOT_PASSWORD_FILE: file })).bot;
    expect(password?.()).toBe('first');
    writeFileSync(file, 'second\n');
    utimesSync(file, 2_000_000_000, 2_000_000_000);
    expect(password?.()).toBe('second');
    rmSync(file);
    expect(password?.()).toBe('second');
  });

  test('that is the one of local mode stops production', () => {
    const file = join(folder, 'calendar');
    writeFileSync(file, `${localIdentities.calendarKey}\n`);
    expect(() => readConfig(production({ CALENDAR_KEY: undefined, CALENDAR_KEY_FILE: file }))).toThrow(
      /^CALENDAR_KEY_FILE holds/,
    );
  });

  test('of the answers that is short stops the start', () => {
    const file = join(folder, 'survey');
    writeFileSync(file, 'short');
    expect(() => readConfig(production({ SURVEY_SECRET: undefined, SURVEY_SECRET_FILE: file }))).toThrow(
      /^SURVEY_SECRET_FILE needs/,
    );
  });

  test('that cannot be read stops the start and names the variable, not the path', () => {
    expect(() =>
      readConfig(production({ BOT_PASSWORD: undefined, BOT_PASSWORD_FILE: join(folder, 'missing') })),
    ).toThrow(/^BOT_PASSWORD_FILE names a file/);
  });
});
