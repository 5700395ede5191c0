import { listPair } from './list-draft';
import { partsPerList, type DraftHead, type DraftListName, type DraftPair } from '../domain/draft';
import { blankDraft, draftIdAt } from '../domain/draft-rules';
import { tellAdministrators } from './tell-administrators';
import { plusDays, type Instant } from '../kernel/clock';
import { readNewest } from '../kernel/read-newest';
import type { Stored } from '../kernel/row-store';
import { partKey } from '../people-file/preview-import';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { PairPeople } from '../pair/load-pair';
import type { RenewalWish } from '../domain/renewal';
import { renewalReason } from './renewal-words';

const pairsPerPart = 20;
const mostDrafts = 20;
/** Days HR must at least have to look at a pair that joins a draft. */
const leastDays = 7;
/** Days after which HR hears again of a draft to which pairs were added. */
const tellAgainAfter = 7;

/** A finished pair whose two people both want to go on. */
export interface MutualYes extends PairPeople {
  readonly wish: RenewalWish;
  readonly topics: readonly string[];
  readonly replyBy: Instant;
  /** Until when they may come together. */
  readonly until: Instant;
}

/**
 * Adds the two to the draft of those who want to go on that HR has not published yet, or to a new one, and tells HR. Scores decide nothing
 * here and are not counted.
 */
export async function addRenewal(
  ports: Ports<'programmes' | 'ids' | 'secrets' | 'holidayFrom'>,
  unit: UnitOfWork,
  it: MutualYes,
  context: UseCaseContext,
): Promise<void> {
  const drafts = await findDrafts(ports, unit.programmeId, context.now);
  if (drafts.open === undefined) return begin(ports, unit, it, drafts.choices, context);
  const { open } = drafts;
  const names = namesOf(it);
  const last = Math.max(0, open.value.partCount - 1);
  const stored = await ports.programmes.get(unit.programmeId, 'draft-part', partKey(open.key, last));
  const fits = stored !== undefined && stored.value.pairs.length < pairsPerPart;
  const partNumber = fits ? last : open.value.partCount;
  const pair = pairOf(it);
  if (fits) unit.replace('draft-part', stored, { ...stored.value, pairs: [...stored.value.pairs, pair] });
  else unit.insert('draft-part', partKey(open.key, partNumber), { pairs: [pair], unpaired: [] });
  const pageKey = partKey(open.key, Math.floor(partNumber / partsPerList));
  const list = await ports.programmes.get(unit.programmeId, 'draft-list', pageKey);
  const line = listPair(pair, partNumber, names);
  if (list === undefined) unit.insert('draft-list', pageKey, { pairs: [line], unpaired: [] });
  else unit.replace('draft-list', list, { ...list.value, pairs: [...list.value.pairs, line] });
  const told = open.value.renewal?.toldAt ?? open.value.createdAt;
  const tells = plusDays(told, tellAgainAfter) <= context.now;
  unit
    .replace('draft', open, {
      ...open.value,
      partCount: Math.max(open.value.partCount, partNumber + 1),
      pairs: open.value.pairs + 1,
      renewal: { until: open.value.renewal?.until ?? it.until, toldAt: tells ? context.now : told },
      revision: open.value.revision + 1,
    })
    .recordChange('renewal-drafted');
  if (tells) await tellAdministrators(ports, unit, 'renewals', open.key, context);
}

/** A draft of its own. It begins with what HR decided last, so that their next search does too. */
async function begin(
  ports: Ports<'programmes' | 'ids' | 'secrets' | 'holidayFrom'>,
  unit: UnitOfWork,
  it: MutualYes,
  choices: DraftHead['choices'],
  context: UseCaseContext,
): Promise<void> {
  const id = await newDraftId(ports, unit.programmeId, it.replyBy, context.now);
  const pair = pairOf(it);
  unit
    .insert('draft', id, {
      ...blankDraft,
      id,
      state: 'ready',
      seed: 0,
      ...(choices === undefined ? {} : { choices: { ...choices, locked: [] } }),
      renewal: { until: it.until, toldAt: context.now },
      createdAt: context.now,
      createdBy: 'system',
      partCount: 1,
      pairs: 1,
    })
    .insert('draft-part', partKey(id, 0), { pairs: [pair], unpaired: [] })
    .insert('draft-list', partKey(id, 0), { pairs: [listPair(pair, 0, namesOf(it))], unpaired: [] })
    .schedule({ kind: 'renewals-lapse', at: it.until, ref: id, occurrence: '' })
    .recordChange('renewal-drafted');
  await tellAdministrators(ports, unit, 'renewals', id, context);
}

/** Of one reply date there is one draft, whoever works it off at the same instant; another where that one takes no more pairs. */
async function newDraftId(
  ports: Ports<'programmes' | 'ids' | 'secrets'>,
  programmeId: string,
  replyBy: Instant,
  now: Instant,
): Promise<string> {
  const id = draftIdAt(replyBy, ports.secrets.sha256(`${programmeId}|renewals`).slice(0, 12));
  const there = await ports.programmes.get(programmeId, 'draft', id);
  // Begun this very instant by somebody else, it conflicts, and is found at the next turn.
  return there === undefined || takesPairs(there.value, now) ? id : draftIdAt(now, ports.ids.next());
}

/** The newest draft that still takes pairs, and what HR chose in the newest other one. */
async function findDrafts(
  ports: Ports<'programmes'>,
  programmeId: string,
  now: Instant,
): Promise<{ readonly open: Stored<DraftHead> | undefined; readonly choices: DraftHead['choices'] }> {
  const newest = await readNewest(ports.programmes, programmeId, 'draft', mostDrafts);
  const open = newest.find(({ value }) => takesPairs(value, now));
  const other = newest.find(({ value: { renewal } }) => renewal === undefined)?.value;
  return { open, choices: other?.pending ?? other?.choices };
}

function takesPairs({ renewal, state }: DraftHead, now: Instant): boolean {
  return renewal !== undefined && state === 'ready' && renewal.until >= plusDays(now, leastDays);
}

function pairOf({ pair, mentor, mentee, wish, topics }: MutualYes): DraftPair {
  const [first, second] = wish === 'again' ? [mentor, mentee] : [mentee, mentor];
  return {
    mentorId: first.key,
    menteeId: second.key,
    score: 0,
    topics,
    parts: [{ part: wish, points: 0, reason: renewalReason(wish) }],
    renews: { pairId: pair.key, swapped: wish === 'swap' },
  };
}

function namesOf({ mentor, mentee }: MutualYes): ReadonlyMap<string, DraftListName> {
  return new Map([mentor, mentee].map(({ key, value }) => [key, { id: key, name: value.profile.name }]));
}
