import { z } from 'zod';
import { CodedError } from '../../../src/kernel/coded-error';
import type { RosterMember, TeamsDirectory } from '../../../src/domain/ports';
import { beginOperation, createConnectorRequest, type ConnectorRequestOptions } from './connector-request';

const memberSchema = z.object({
  id: z.string(),
  aadObjectId: z.string().optional(),
  objectId: z.string().optional(),
  name: z.string().default(''),
  email: z.string().optional(),
  userPrincipalName: z.string().optional(),
});
const memberPage = z.object({ members: z.array(memberSchema), continuationToken: z.string().nullish() });
const channelList = z.object({ conversations: z.array(z.object({ id: z.string(), name: z.string().nullish() })) });
const teamDetails = z.object({ name: z.string() });

type Team = Parameters<TeamsDirectory['members']>[0];

/** The directory with the name of a team, which only its installation asks for. */
export interface TeamsDirectoryWithNames extends TeamsDirectory {
  name(team: Team): Promise<string>;
}

/** Teams the bot is in, asked over the connector. Throws a CodedError `teams-directory-unavailable` with the status. */
export function createTeamsDirectory(options: ConnectorRequestOptions): TeamsDirectoryWithNames {
  const request = createConnectorRequest(options);

  async function read<T>(
    team: Team,
    path: readonly string[],
    query: Readonly<Record<string, string>>,
    schema: z.ZodType<T>,
  ): Promise<T> {
    const operation = beginOperation(options, 'in-turn');
    const answer = await request({ method: 'GET', serviceUrl: team.serviceUrl, path, query }, operation);
    const parsed = answer.kind === 'done' ? schema.safeParse(answer.body) : undefined;
    if (parsed?.success) return parsed.data;
    throw new CodedError('teams-directory-unavailable', 'Teams did not tell about the team.', {
      status: answer.kind === 'refused' ? answer.status : 0,
      reason: answer.kind === 'refused' ? answer.code : answer.kind,
    });
  }

  return {
    async members(team) {
      const found = new Map<string, RosterMember>();
      let continuationToken: string | undefined;
      do {
        const query = { pageSize: '500', ...(continuationToken === undefined ? {} : { continuationToken }) };
        const page = await read(team, ['v3', 'conversations', team.teamId, 'pagedmembers'], query, memberPage);
        for (const member of page.members.flatMap(rosterMember)) found.set(member.directoryId, member);
        continuationToken = page.continuationToken ?? undefined;
      } while (continuationToken !== undefined);
      return [...found.values()];
    },
    async channels(team) {
      const { conversations } = await read(team, ['v3', 'teams', team.teamId, 'conversations'], {}, channelList);
      const named = conversations.map(({ id, name }) => ({ id, name: name ?? 'General' }));
      return [...named.filter(({ id }) => id === team.teamId), ...named.filter(({ id }) => id !== team.teamId)];
    },
    async name(team) {
      return (await read(team, ['v3', 'teams', team.teamId], {}, teamDetails)).name;
    },
  };
}

function rosterMember(member: z.infer<typeof memberSchema>): RosterMember[] {
  const directoryId = member.aadObjectId ?? member.objectId;
  const email = member.email ?? member.userPrincipalName;
  if (directoryId === undefined) return [];
  return [{ directoryId, teamsUserId: member.id, name: member.name, ...(email === undefined ? {} : { email }) }];
}
