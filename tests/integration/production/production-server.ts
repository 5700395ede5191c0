import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServerProcess } from '../../../bot/local/server-process';
import type { TokenOverrides } from '../../../bot/local/teams-service/signing-key';
import { startTeamsService } from '../../../bot/local/teams-service/start-teams-service';
import type { TeamsService } from '../../../bot/local/teams-service/teams-service';
import { sharedAddress } from '../../helpers/shared';
import { stageDeployment } from '../deployment/staged-package';
import { settingsOfBicep } from './bicep-settings';
import { openMicrosoft, type Microsoft } from './microsoft';

export const tenantId = '3f9d2c61-84aa-4f0e-9b57-6a1c0e2d7f10';
export const clientId = '8a41f7d2-1c3e-4b9a-a5d6-2e7f90b3c481';
const tabAppId = 'd5e0b9a4-6f27-4c18-8e3b-91a7c2f4d063';
export const metricsToken = 'metrics-token-of-the-deployer';

export const teamId = '19:production@thread.tacv2';
/** People of the tenant, by directory id. */
export const people = {
  hr: 'aaaaaaaa-0000-4000-8000-000000000001',
  sponsor: 'aaaaaaaa-0000-4000-8000-000000000002',
  mentor: 'aaaaaaaa-0000-4000-8000-000000000003',
  mentee: 'aaaaaaaa-0000-4000-8000-000000000004',
} as const;

/** The deployed package as its own process with the settings of the Bicep templates, Microsoft's hosts around it. */
export interface Production {
  readonly url: string;
  readonly port: number;
  readonly teams: TeamsService;
  readonly microsoft: Microsoft;
  readonly settings: Readonly<Record<string, string>>;
  /** What the process has written: its log, and the names nobody knows. */
  output(): string;
  /** A token of the tab, as Entra signs it for a person, unless the overrides spoil it. */
  tabToken(directoryId: string, overrides?: TokenOverrides): Promise<string>;
  /** Starts one more with settings that must not be: how it ended, and what it complained of. */
  startWith(nonsense: Readonly<Record<string, string>>): {
    readonly status: number | null;
    readonly complaints: string;
  };
  close(): Promise<void>;
}

/** The settings that the templates give the server, with the names of the test. */
export function productionSettings(): Promise<Readonly<Record<string, string>>> {
  return settingsOfBicep({
    clientId,
    placeholder: (name) => {
      if (name === 'AAD_APP_TENANT_ID') return tenantId;
      if (name === 'AAD_APP_CLIENT_ID') return tabAppId;
      return name.startsWith('SECRET_') ? `${name}-that-the-deployer-made-up-once` : undefined;
    },
    parameters: { metricsToken },
  });
}

export async function startProduction(): Promise<Production> {
  await sharedAddress('build');
  const settings = await productionSettings();
  const teams = await startTeamsService({
    port: 0,
    reachedAt: 'https://smba.trafficmanager.net',
    botAppId: clientId,
    tabAppId,
    tenantId,
    people: Object.entries(people).map(([name, directoryId]) => ({
      directoryId,
      name,
      email: `${name}@contoso.example`,
      language: 'en',
      hasApp: false,
      ...(name === 'hr' ? { tabRoles: ['Programme.Admin'] } : {}),
    })),
    teams: [
      {
        id: teamId,
        name: 'Mentoring',
        channels: [{ id: teamId, name: 'General' }],
        memberDirectoryIds: Object.values(people),
        hasApp: false,
      },
    ],
  });
  const host = (variable: string): string => new URL(settings[variable] ?? '').host;
  const microsoft = await openMicrosoft({
    teams,
    tenantId,
    clientId,
    storageHosts: { table: host('STORAGE_TABLE_URL'), queue: host('STORAGE_QUEUE_URL') },
  });
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-production-'));
  const trusted = join(folder, 'trusted.pem');
  writeFileSync(trusted, microsoft.certificate);
  const deployed = stageDeployment();
  const entry = join(deployed.folder, 'build', 'js', 'bot', 'index.js');
  let output = '';
  const closeAround = async (): Promise<void> => {
    await microsoft.close();
    await teams.close();
    deployed.remove();
    rmSync(folder, { recursive: true, force: true });
  };
  const server = await startServerProcess({
    entry,
    environment: {
      ...settings,
      ...microsoft.identity,
      // Two files may run at once: App Service gives each server a machine of its own.
      PORT: '0',
      HOST: '127.0.0.1',
      NODE_EXTRA_CA_CERTS: trusted,
      NODE_OPTIONS: `--require ${JSON.stringify(join(__dirname, 'names.cjs'))}`,
      TEST_NAMES: JSON.stringify(microsoft.names),
    },
    print: (text) => {
      output += text;
      if (process.env['STAGE_PRINT'] !== undefined) process.stderr.write(text);
    },
  }).catch(async (error: unknown) => {
    await closeAround();
    throw error;
  });
  teams.setBotEndpoint(`${server.url}/api/messages`);
  const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`;
  return {
    url: server.url,
    port: server.port,
    teams,
    microsoft,
    settings,
    output: () => output,
    tabToken: (directoryId, { claims, ...overrides } = {}) =>
      teams.tabToken(directoryId, { ...overrides, claims: { iss: issuer, ...claims } }),
    startWith(nonsense) {
      const env = { PATH: process.env['PATH'], ...settings, ...nonsense };
      const { status, stderr } = spawnSync(process.execPath, [entry], { env, encoding: 'utf8' });
      return { status, complaints: stderr };
    },
    async close() {
      await server.stop();
      await closeAround();
    },
  };
}
