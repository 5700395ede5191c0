import { join } from 'node:path';
import { localIdentities } from '../local-identities';
import type { SampleTenant } from './sample-tenant';
import { startTeamsService } from './teams-service/start-teams-service';
import type { TeamsService } from './teams-service/teams-service';

/** Local Teams with the people of the sample, in front of the server at `serverPort`; what it knows is kept in `data`. */
export function startSampleTeams(options: {
  readonly port: number;
  readonly serverPort: number;
  readonly sample: SampleTenant;
  readonly data: string;
  /** Folder of the project, where the page was built. */
  readonly project: string;
}): Promise<TeamsService> {
  const { sample } = options;
  const { botAppId, tabAppId, tenantId, botPassword } = localIdentities;
  const server = `http://127.0.0.1:${String(options.serverPort)}`;
  return startTeamsService({
    port: options.port,
    botEndpoint: `${server}/api/messages`,
    botAppId,
    tabAppId,
    tenantId,
    botSecrets: [botPassword],
    people: sample.people,
    teams: [sample.team],
    pageDirectory: join(options.project, 'build', 'teams-page'),
    tabUrl: `${server}/tab/`,
    clockUrl: `${server}/local/clock`,
    stateFile: join(options.data, 'teams.json'),
  });
}
