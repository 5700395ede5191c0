import { errorFields } from '../../log';
import { rememberSender, type Turn, type TurnTools } from '../turn';
import { hasActor } from './answer-press';

/** The app came or went, for a person or a team, or people came into a team: kept, and nothing is said. Teams tells it twice; the second time changes nothing. */
export async function noteInstallation(turn: Turn, tools: TurnTools): Promise<void> {
  const change = changeIn(turn);
  const newcomers = bringsNewcomers(turn);
  if (change === undefined && !newcomers) return;
  try {
    if (change !== undefined) await (turn.personal ? notePerson(turn, change, tools) : noteTeam(turn, change, tools));
    if (newcomers) await tools.useCases.reachNewcomers(tools.ports, turn.context);
  } catch (error) {
    tools.log.error(
      { event: 'installation-not-noted', correlationId: turn.context.correlationId, ...errorFields(error) },
      'An installation was not noted.',
    );
  }
}

function changeIn({ activity }: Turn): 'added' | 'removed' | undefined {
  if (activity.type === 'installationUpdate') {
    if (activity.action === 'add' || activity.action === 'add-upgrade') return 'added';
    return activity.action === 'remove' || activity.action === 'remove-upgrade' ? 'removed' : undefined;
  }
  const bot = activity.recipient.id;
  if (activity.membersAdded?.some((member) => member.id === bot) === true) return 'added';
  return activity.membersRemoved?.some((member) => member.id === bot) === true ? 'removed' : undefined;
}

/** Whether people were added to a team the bot is in. */
function bringsNewcomers({ activity, personal }: Turn): boolean {
  return !personal && activity.membersAdded?.some((member) => member.id !== activity.recipient.id) === true;
}

async function notePerson(turn: Turn, change: 'added' | 'removed', tools: TurnTools): Promise<void> {
  if (!hasActor(turn)) return;
  if (change === 'added') await rememberSender(turn, tools);
  else await tools.useCases.loseReach(tools.ports, turn.actor.directoryId, 'app-missing', turn.context);
}

async function noteTeam(turn: Turn, change: 'added' | 'removed', tools: TurnTools): Promise<void> {
  const team = turn.activity.channelData?.team;
  if (team === undefined) return;
  if (change === 'removed') {
    await tools.useCases.forgetTeam(tools.ports, team.id, turn.context);
    return;
  }
  const { serviceUrl } = turn.place;
  const name = team.name ?? (await tools.directory.name({ teamId: team.id, serviceUrl }));
  await tools.useCases.rememberTeam(
    tools.ports,
    { teamId: team.id, name, serviceUrl, seenAt: turn.context.now },
    turn.context,
  );
}
