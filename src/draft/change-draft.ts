import { ok, refused, type Result } from '../kernel/result';
import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import { ruleWords } from '../pairing/scoring/evaluate-pair';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { placesLeft } from '../pair/count-places';
import type { DraftChangeDto } from './api-contract';
import { countUnknownAfter } from './count-unknown';
import { countHandAims, type TwoPeople } from './count-hand-aims';
import type { DraftChange, DraftHead, PairIds } from '../domain/draft';
import { planChange, type ChangePlan } from './plan-change';
import { readListPages } from './read-list-pages';
import { rewriteDraft } from './rewrite-draft';
import { weighPair } from './weigh-pair';

/**
 * The effect of a change by hand on the pairs, the total, the people left over and the aims and, with `apply`, the change itself. Nobody
 * gets more partners than they have places for, in the draft and at this moment. Pairs that a rule forbids are listed and nothing is
 * changed. `version-stale` when somebody changed the draft since; `not-free` when a person would have more partners than places.
 */
export async function changeDraft(
  ports: Ports<Saving | 'people' | 'secrets'>,
  programmeId: string,
  draftId: string,
  change: DraftChange,
  actor: Actor,
  context: UseCaseContext,
): Promise<Result<DraftChangeDto, 'not-found' | 'draft-not-ready' | 'version-stale' | 'not-free'>> {
  const head = await ports.programmes.get(programmeId, 'draft', draftId);
  if (head === undefined) return refused('not-found');
  if (head.value.state !== 'ready') return refused('draft-not-ready');
  // Pairs that go on can be taken out; nobody else belongs among them.
  if (head.value.renewal !== undefined && change.add.length > 0) return refused('draft-not-ready');
  if (head.value.revision !== change.revision) return refused('version-stale');
  const list = await readListPages(ports, programmeId, head.value);
  const plan = planChange(list, change);
  if (plan === 'version-stale' || plan === 'not-free') return refused(plan);

  const people = await readPeople(ports, programmeId, [...change.remove, ...change.add].flat());
  const full = await findFull(ports, programmeId, plan, people);
  const weighed = await Promise.all(
    change.add.map((pair) => weighPair(ports, programmeId, pair, head.value, context.now)),
  );
  const added = weighed.flatMap((one) => (one.allowed ? [one.pair] : []));
  const forbidden = weighed.flatMap((one, index) => {
    const pair = change.add[index] as PairIds;
    if (!one.allowed) return [{ pair: tuple(pair), fr: one.why.fr, en: one.why.en }];
    const { fr, en } = ruleWords('capacity');
    return full(pair) ? [{ pair: tuple(pair), fr, en }] : [];
  });
  const totalAfter =
    head.value.total - sum(plan.removed.map(({ score }) => score)) + sum(added.map(({ score }) => score));
  const pairsAfter = head.value.pairs - plan.removed.length + change.add.length;
  const leftAfter = head.value.unpairedCount - plan.placed.length + plan.alone.length;
  const aims = countHandAims(head.value, profilesOf(change.remove, people), profilesOf(change.add, people), pairsAfter);
  const effect: DraftChangeDto = {
    revision: head.value.revision,
    applied: false,
    pairsBefore: head.value.pairs,
    pairsAfter,
    totalBefore: head.value.total,
    totalAfter,
    leftBefore: head.value.unpairedCount,
    leftAfter,
    alone: plan.alone.map(({ id }) => id),
    aims: [...aims],
    added: added.map((pair) => ({ pair: [pair.mentorId, pair.menteeId], score: pair.score })),
    refused: forbidden,
  };
  if (!change.apply || forbidden.length > 0) return ok(effect);
  const unknownRules = countUnknownAfter(head.value.unknownRules, plan.removed, added);
  const after: DraftHead = {
    ...afterHand(head.value),
    pairs: pairsAfter,
    unpairedCount: leftAfter,
    total: totalAfter,
    ...(unknownRules === undefined ? {} : { unknownRules }),
    ...(aims.length === 0 ? {} : { handAims: aims.map((one) => one?.after ?? null) }),
    revision: head.value.revision + 1,
  };
  const applied = await rewriteDraft(ports, programmeId, { head, after, list, plan, change, added }, actor, context);
  return applied ? ok({ ...effect, applied: true, revision: after.revision }) : refused('version-stale');
}

type People = ReadonlyMap<string, Stored<Participant>>;

async function readPeople(ports: Ports<'programmes'>, programmeId: string, ids: readonly string[]): Promise<People> {
  const rows = await Promise.all([...new Set(ids)].map((id) => ports.programmes.get(programmeId, 'participant', id)));
  return new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row] as const])));
}

/** Whether somebody of a pair has no room for what they would gain, since pairs were formed or places given up after the draft was made. */
async function findFull(
  ports: Ports<'programmes'>,
  programmeId: string,
  { gaining }: ChangePlan,
  people: People,
): Promise<(pair: PairIds) => boolean> {
  const full = new Set<string>();
  await Promise.all(
    gaining.map(async ({ id, side, partners }) => {
      const person = people.get(id)?.value;
      if (person !== undefined && (await placesLeft(ports, programmeId, person, side)) < partners) full.add(side + id);
    }),
  );
  return ([mentor, mentee]) => full.has(`mentor${mentor}`) || full.has(`mentee${mentee}`);
}

/** Who is no longer known counts in no aim, as somebody of whom nothing is known. */
function profilesOf(pairs: readonly PairIds[], people: People): readonly TwoPeople[] {
  return pairs.map(([mentor, mentee]) => [
    people.get(mentor)?.value.profile ?? {},
    people.get(mentee)?.value.profile ?? {},
  ]);
}

/** The head without what the search found and is true no longer: the aims' cost, coverage and what would help. */
function afterHand(head: DraftHead): DraftHead {
  const { aims: _aims, totalWithoutAims: _total, coverage: _coverage, help: _help, ...rest } = head;
  return { ...rest, optimal: false };
}

function tuple([mentor, mentee]: PairIds): [string, string] {
  return [mentor, mentee];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, one) => total + one, 0);
}
