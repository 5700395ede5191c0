import { UnitOfWork } from '../domain/unit-of-work';
import type { UseCaseContext } from '../domain/ports';
import type { SurveyEdition } from '../domain/survey';
import type { Stored } from '../kernel/row-store';
import { loadSheets, type AskedPerson, type SealCase } from './load-sheets';
import { waitingPartition } from './pseudonym';
import { saysTheSame } from './seal-sheet';
import { surveyAbout } from './show-survey';
import { splitEvenly } from './split-evenly';
import { clearEdition, putEdition } from './write-edition';

const mostDeletes = 100;
/** Statuses of one transaction at most, each with the edit of its cards. */
const mostStatuses = 45;

/**
 * Ends what follows from an edition that is true now: takes away what waited and is in it (what was changed since stays for the next night), then the edition before,
 * then lets the statuses say who has answered, several people at once. False where another change came first; done again it goes on where it was.
 */
export async function settleEdition(
  it: SealCase,
  edition: Stored<SurveyEdition>,
  context: UseCaseContext,
): Promise<boolean> {
  const { current, before, abandoned } = edition.value;
  const asked = await loadSheets(it, current);
  if (!(await dropWaiting(it, asked))) return false;
  if (before !== undefined) await clearEdition(it, before);
  if (!(await tellStatuses(it, asked, context))) return false;
  return putEdition(it, edition, {
    state: 'settled',
    ...(current === undefined ? {} : { current }),
    abandoned,
  });
}

async function dropWaiting({ ports, programmeId }: SealCase, asked: readonly AskedPerson[]): Promise<boolean> {
  const rows = asked.flatMap(({ waiting, sealed }) =>
    waiting !== undefined && sealed !== undefined && saysTheSame(waiting.content, sealed) ? [waiting.row] : [],
  );
  for (const some of splitEvenly(rows, mostDeletes)) {
    const deletes = some.map(({ key, etag }) => ({ op: 'delete', kind: 'waiting-sheet', key, etag }) as const);
    if (!(await ports.answers.commit(waitingPartition(programmeId), deletes)).ok) return false;
  }
  return true;
}

/** In an order drawn from a fresh key, each transaction of several people, with one change row and no id that has a time of its own. */
async function tellStatuses(
  { ports, programmeId, round }: SealCase,
  asked: readonly AskedPerson[],
  context: UseCaseContext,
): Promise<boolean> {
  const order = ports.secrets.newKey();
  const times = new Map<string, number>();
  const ranked = asked
    .filter(({ status, sealed }) => status.value.state === 'asked' && sealed !== undefined)
    .map((one) => {
      const { participantId } = one.status.value;
      const time = times.get(participantId) ?? 0;
      times.set(participantId, time + 1);
      // Of somebody in several pairs one after the other: each transaction is of as many people as there are.
      return { one, time, rank: ports.secrets.hmac(order, one.status.key) };
    })
    .toSorted((a, b) => a.time - b.time || (a.rank < b.rank ? -1 : 1));
  for (const some of splitEvenly(ranked, mostStatuses)) {
    const unit = new UnitOfWork(ports, programmeId, context, 'system');
    const counts: Record<string, number> = {};
    for (const { one } of some) {
      const { status, sealed } = one;
      const state = sealed?.state === 'skipped' ? 'skipped' : 'answered';
      const name = `responses.${round.id}.${state}`;
      counts[name] = (counts[name] ?? 0) + 1;
      unit
        .replace('status', status, { ...status.value, state, on: context.now.slice(0, 10) })
        .editCards({ to: 'participant', id: status.value.participantId }, surveyAbout(status.value));
    }
    if (!(await unit.recordChange('survey-sealed', { counts }).commit())) return false;
  }
  return true;
}
