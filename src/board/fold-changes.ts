import { canonicalText } from '../kernel/canonical-text';
import { isUnreadable, withPrefix } from '../kernel/read-all';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { loadPair } from '../pair/load-pair';
import type { Participant } from '../domain/participant';
import type { Pair } from '../domain/proposal';
import type { Session } from '../domain/session';
import { monthWindows } from '../calendar/month-window';
import { emptyBoard, type BoardHead, type BoardRow, type MonthStep } from '../domain/board';
import { findPart } from './find-part';
import { foldMessageDays } from './fold-message-days';
import { moveHealth } from './count-health';

/** Changes folded in one transaction: each is one delete, each touched part one write, together under a hundred. */
const changesAtOnce = 40;

/**
 * Folds the oldest changes into the counters and redraws the board rows of the pairs they touched; the changes are removed in the same
 * transaction, so each is counted exactly once. What moves no row and no figure that is told as it is, such as a no to a proposal or an answer
 * to a survey, leaves version and moment as they are: they would tell that it happened. Returns how many were folded; call until 0.
 */
export async function foldChanges(
  ports: Ports<Saving | 'secrets'>,
  programmeId: string,
  context: UseCaseContext,
): Promise<number> {
  return retryOnConflict(async () => {
    const page = await ports.programmes.range(programmeId, 'change', { limit: changesAtOnce });
    if (page.rows.length === 0) return 0;
    const head = await ports.programmes.get(programmeId, 'board', 'head');
    const before = head?.value ?? emptyBoard(context.now);
    const version = before.version + 1;
    const counts: Record<string, number> = { ...before.counts };
    const pairIds = new Set<string>();
    const unit = new UnitOfWork(ports, programmeId, context, 'system');
    for (const change of page.rows) {
      for (const [name, moved] of Object.entries(change.value.counts ?? {})) counts[name] = (counts[name] ?? 0) + moved;
      change.value.pairIds?.forEach((id) => pairIds.add(id));
      unit.remove('change', change);
    }
    await foldMessageDays(
      ports,
      unit,
      page.rows.map(({ value }) => value),
    );
    const redrawn = await redraw(ports, unit, programmeId, { pairIds, version });
    const moved = Object.keys(counts).filter((name) => counts[name] !== (before.counts[name] ?? 0));
    const isSeen = redrawn.keys.length > 0 || moved.some((name) => !isKeptBack(name));
    const after: BoardHead = {
      version: isSeen ? version : before.version,
      parts: inOrder({ ...before.parts, ...Object.fromEntries(redrawn.keys.map((key) => [key, version])) }),
      foldedAt: isSeen ? context.now : before.foldedAt,
      counts,
      healthByDay: moveHealth(before.healthByDay, redrawn),
    };
    if (head === undefined) unit.insert('board', 'head', after);
    else if (moved.length > 0 || isSeen) unit.replace('board', head, after);
    return (await unit.commit()) ? page.rows.length : conflict;
  });
}

/** Counts of answers are told late and in fives (`src/privacy/small-groups.ts`), so nothing may show that they move. */
function isKeptBack(name: string): boolean {
  return name.startsWith('responses.');
}

interface Redrawn {
  /** Keys of the parts that are written. */
  readonly keys: readonly string[];
  /** Rows that are no longer so. */
  readonly gone: readonly BoardRow[];
  /** Rows as they are now. */
  readonly come: readonly BoardRow[];
}

/** Redraws the pairs in their parts, one read for each part; a part that reads as before is not written. */
async function redraw(
  ports: Ports<'programmes' | 'secrets'>,
  unit: UnitOfWork,
  programmeId: string,
  { pairIds, version }: { readonly pairIds: ReadonlySet<string>; readonly version: number },
): Promise<Redrawn> {
  const byPart = new Map<string, string[]>();
  for (const id of pairIds) {
    const key = findPart(ports.secrets, id);
    byPart.set(key, [...(byPart.get(key) ?? []), id]);
  }
  const keys: string[] = [];
  const gone: BoardRow[] = [];
  const come: BoardRow[] = [];
  for (const [key, ids] of byPart) {
    const part = await ports.programmes.get(programmeId, 'board-part', key);
    const rows = new Map((part?.value.rows ?? []).map((row) => [row.pairId, row]));
    const drawn: BoardRow[] = [];
    for (const id of ids) {
      const before = rows.get(id);
      const row = await drawReadable(ports, programmeId, id);
      if (row === undefined || (before !== undefined && canonicalText(before) === canonicalText(row))) continue;
      if (before !== undefined) gone.push(before);
      drawn.push(row);
      rows.set(id, row);
    }
    if (drawn.length === 0) continue;
    keys.push(key);
    come.push(...drawn);
    const value = { version, rows: [...rows.values()] };
    if (part === undefined) unit.insert('board-part', key, value);
    else unit.replace('board-part', part, value);
  }
  return { keys, gone, come };
}

/** The same bytes whatever came first, so that nothing can be read from them but what they say. */
function inOrder(parts: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(parts).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** A pair with a row that cannot be read keeps the row it had, so that the fold goes on for everybody else. */
async function drawReadable(
  ports: Ports<'programmes'>,
  programmeId: string,
  pairId: string,
): Promise<BoardRow | undefined> {
  try {
    return await drawRow(ports, programmeId, pairId);
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

async function drawRow(ports: Ports<'programmes'>, programmeId: string, pairId: string): Promise<BoardRow | undefined> {
  const people = await loadPair(ports, programmeId, pairId);
  if (people === undefined) return undefined;
  const pair = people.pair.value;
  const page = await ports.programmes.range(programmeId, 'session', { ...withPrefix(`${pairId}|`), limit: 10 });
  const sessions = new Map(page.rows.map((row) => [row.value.number, row.value]));
  const numbers = Array.from({ length: pair.months }, (_, index) => index + 1);
  const next = [...sessions.values()]
    .flatMap((session) => (session.state === 'booked' && session.booked !== undefined ? [session.booked.start] : []))
    .sort()[0];
  return {
    pairId,
    mentor: { id: pair.mentorId, name: people.mentor.value.profile.name },
    mentee: { id: pair.menteeId, name: people.mentee.value.profile.name },
    topics: pair.topics,
    places: { mentor: placeOf(people.mentor.value), mentee: placeOf(people.mentee.value) },
    startedAt: pair.startedAt,
    months: numbers.map((number) => stepOf(pair, sessions.get(number))),
    ...(next === undefined ? {} : { nextSession: next }),
    windowEnds: monthWindows(pair.startedAt, pair.timeZone, pair.months).map(({ end }) => end),
    state: pair.state,
  };
}

function placeOf({ profile }: Participant): NonNullable<BoardRow['places']>['mentor'] {
  const known = (value: string | undefined): string | undefined => (value?.trim() === '' ? undefined : value?.trim());
  const [job, site] = [known(profile.function), known(profile.site)];
  return { ...(job === undefined ? {} : { function: job }), ...(site === undefined ? {} : { site }) };
}

/** A month that nothing came of before the pair was over is not to come any more. */
function stepOf({ state }: Pair, session: Session | undefined): MonthStep {
  const step = session?.state ?? 'none';
  const isOpen = step === 'none' || step === 'proposing' || (step === 'paused' && state === 'ended');
  return state !== 'active' && isOpen ? 'after-end' : step;
}
