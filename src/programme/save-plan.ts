import type { Instant } from '../kernel/clock';
import { ok, refused, type Ok, type Refused } from '../kernel/result';
import type { Stored } from '../kernel/row-store';
import { dropTallies } from '../diversity/drop-tallies';
import { newlyAsked } from '../domain/diversity-rules';
import { followMemberships } from '../member/follow-memberships';
import { alignContacts } from './align-contacts';
import { contactsOf } from './contacts-of';
import { emptyBoard } from '../domain/board';
import type { ProgrammePlan } from '../domain/programme-contract';
import { findFrozen, type FrozenField } from './find-frozen';
import { keepAdministrators, type AdministratorProblem } from './keep-administrators';
import { sameAddress } from './keep-link';
import { keepVersion } from './keep-version';
import type { Programme } from '../domain/programme';
import type { Actor, UseCaseContext, Ports, Saving } from '../domain/ports';
import { conflict, retryOnConflict, UnitOfWork } from '../domain/unit-of-work';

export type PlanSaved = Ok<Programme> | Refused<'conflict' | AdministratorProblem> | PlanFrozen;
/** Enrolment is open and these fields would change. */
export interface PlanFrozen extends Refused<'frozen'> {
  readonly frozen: readonly FrozenField[];
}

/**
 * Creates a programme from its plan, or replaces the plan; once enrolment is open only in what `findFrozen` leaves free.
 * `revision` is the one the editor saw (absent: the programme must not exist yet); `leaving`, that the actor knows they take themselves out
 * of its administrators, of whom one stays. The same plan twice changes nothing. A
 * contact keeps the link and reach found for the same address; who is not named any more has lost their part when this returns. What
 * people said of themselves that the plan no longer asks is of no use from then on, and erased by what follows. Whoever is new
 * in a plan, and another channel, are looked up at once in every state: who is named during set-up waits for nobody's press.
 */
export function savePlan(
  ports: Ports<Saving | 'people' | 'tenants' | 'holidayFrom'>,
  plan: ProgrammePlan,
  actor: Actor,
  context: UseCaseContext,
  seen: PlanSeen = {},
): Promise<PlanSaved> {
  // A look-up in the rosters holds the programme's row as it was for each person it ties: nobody has changed anything then.
  return retryOnConflict(() => saveOnce(ports, plan, actor, context, seen));
}

interface PlanSeen {
  readonly revision?: number | undefined;
  readonly leaving?: boolean;
}

async function saveOnce(
  ports: Ports<Saving | 'people' | 'tenants' | 'holidayFrom'>,
  given: ProgrammePlan,
  actor: Actor,
  context: UseCaseContext,
  { revision, leaving = false }: PlanSeen,
): Promise<PlanSaved | typeof conflict> {
  const stored = await ports.programmes.get(given.id, 'programme', 'programme');
  if (stored?.value.revision !== revision) return refused('conflict');
  const plan = keepVersion(stored?.value.plan, given);
  if (stored === undefined) return create(ports, plan, actor, context);
  const frozen = stored.value.state === 'setup' ? [] : findFrozen(stored.value.plan, plan);
  if (frozen.length > 0) return { ok: false, reason: 'frozen', frozen };
  if (JSON.stringify(stored.value.plan) === JSON.stringify(plan)) return ok(stored.value);
  const problem = await keepAdministrators(ports, { before: stored.value.plan, after: plan }, actor, leaving);
  if (problem !== undefined) return refused(problem);
  return replace(ports, stored, plan, actor, context);
}

async function create(
  ports: Ports<Saving | 'tenants'>,
  plan: ProgrammePlan,
  actor: Actor,
  context: UseCaseContext,
): Promise<Ok<Programme> | typeof conflict> {
  const programme: Programme = { id: plan.id, plan, state: 'setup', createdAt: context.now, revision: 1 };
  await list(ports, plan);
  const unit = new UnitOfWork(ports, plan.id, context, actor.directoryId)
    .insert('programme', 'programme', programme)
    .insert('board', 'head', emptyBoard(context.now))
    .recordChange('programme-created');
  const contacts = contactsOf(plan);
  for (const contact of contacts) unit.insert('contact', contact.id, contact);
  if (contacts.length > 0 || plan.channel !== undefined) unit.startJob('reach', context.now);
  return (await unit.commit()) ? ok(programme) : conflict;
}

/** First of all the tenant's list: a tick only visits what is listed, and a listed programme that does not exist yet is harmless. */
async function list(ports: Ports<'tenants'>, plan: ProgrammePlan): Promise<void> {
  const entry = await ports.tenants.get('tenant', 'entry', plan.id);
  if (entry !== undefined) return;
  await ports.tenants.commit('tenant', [
    { op: 'insert', kind: 'entry', key: plan.id, value: { id: plan.id, name: plan.name, state: 'setup' } },
  ]);
}

async function replace(
  ports: Ports<Saving | 'people' | 'holidayFrom'>,
  stored: Stored<Programme>,
  plan: ProgrammePlan,
  actor: Actor,
  context: UseCaseContext,
): Promise<Ok<Programme> | typeof conflict> {
  const programme = replanned(stored.value, plan, context.now);
  const unit = new UnitOfWork(ports, plan.id, context, actor.directoryId)
    .replace('programme', stored, programme)
    .project({ type: 'programme-entry' })
    .project({ type: 'contacts' })
    .recordChange('plan-replaced');
  const unasked = newlyAsked(plan, stored.value.plan);
  if (unasked.length > 0) unit.project({ type: 'diversity' });
  await dropTallies(ports, unit, unasked);
  if (newToFind(stored.value.plan, plan)) unit.startJob('reach', context.now);
  if (!(await unit.commit())) return conflict;
  // Nobody waits for the next tick to lose a part.
  await followMemberships(ports, plan.id, await alignContacts(ports, plan.id, context));
  return ok(programme);
}

/** Whether the plan names a channel or people that have to be looked up in the teams. */
function newToFind(before: ProgrammePlan, after: ProgrammePlan): boolean {
  const named = ({ channel, sponsor, administrators, delegates }: ProgrammePlan): string =>
    JSON.stringify([
      channel,
      [sponsor?.email, ...[...administrators, ...delegates].map(({ email }) => email)].map((email) =>
        email?.toLowerCase(),
      ),
    ]);
  return named(before) !== named(after);
}

/** Another sponsor has not pledged, nor been asked, and another channel is not the one that was found. */
function replanned(programme: Programme, plan: ProgrammePlan, now: Instant): Programme {
  const { pledge, pledgeAskedAt, channel, ...rest } = programme;
  const sameSponsor = sameAddress(programme.plan.sponsor?.email, plan.sponsor?.email);
  const sameChannel = JSON.stringify(programme.plan.channel) === JSON.stringify(plan.channel);
  const asked = newlyAsked(programme.plan, plan).map((attribute) => [attribute, now] as const);
  return {
    ...rest,
    ...(asked.length === 0 ? {} : { diversitySince: { ...rest.diversitySince, ...Object.fromEntries(asked) } }),
    ...(sameSponsor && pledge !== undefined ? { pledge } : {}),
    ...(sameSponsor && pledgeAskedAt !== undefined ? { pledgeAskedAt } : {}),
    ...(sameChannel && channel !== undefined ? { channel } : {}),
    plan,
    revision: programme.revision + 1,
  };
}
