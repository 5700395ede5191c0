import { readWhole } from '../kernel/read-all';
import { ok, refused, type Result } from '../kernel/result';
import type { Stored } from '../kernel/row-store';
import { contactsOf } from './contacts-of';
import type { ProgrammePlan } from './contract';
import type { Contact, Programme } from './model';
import type { Actor, Occasion, Ports } from './ports';
import { UnitOfWork } from './unit-of-work';

/**
 * Creates a programme from its plan, or replaces the plan while enrolment is still shut. `expectedRevision` is the revision the
 * editor saw (absent: the programme must not exist yet). The same plan twice changes nothing. A contact keeps the link and reach
 * found for the same address.
 */
export async function savePlan(
  ports: Ports,
  plan: ProgrammePlan,
  actor: Actor,
  occasion: Occasion,
  expectedRevision?: number,
): Promise<Result<Programme, 'conflict' | 'already-open'>> {
  const stored = await ports.programmes.get(plan.id, 'programme', 'programme');
  if (stored?.value.revision !== expectedRevision) return refused('conflict');
  if (stored === undefined) return create(ports, plan, actor, occasion);
  if (stored.value.state !== 'setup') return refused('already-open');
  if (JSON.stringify(stored.value.plan) === JSON.stringify(plan)) return ok(stored.value);
  return replace(ports, stored, plan, actor, occasion);
}

async function create(
  ports: Ports,
  plan: ProgrammePlan,
  actor: Actor,
  occasion: Occasion,
): Promise<Result<Programme, 'conflict'>> {
  const programme: Programme = { id: plan.id, plan, state: 'setup', createdAt: occasion.now, revision: 1 };
  await list(ports, plan);
  const unit = new UnitOfWork(ports, plan.id, occasion, actor.directoryId)
    .insert('programme', 'programme', programme)
    .insert('board', 'head', { version: 0, parts: 0, foldedAt: occasion.now, counts: {} })
    .changed('programme-created');
  for (const contact of contactsOf(plan)) unit.insert('contact', contact.id, contact);
  return (await unit.commit()) ? ok(programme) : refused('conflict');
}

/** First of all the tenant's list: a tick only visits what is listed, and a listed programme that does not exist yet is harmless. */
async function list(ports: Ports, plan: ProgrammePlan): Promise<void> {
  const entry = await ports.tenants.get('tenant', 'entry', plan.id);
  if (entry !== undefined) return;
  await ports.tenants.commit('tenant', [
    { op: 'insert', kind: 'entry', key: plan.id, value: { id: plan.id, name: plan.name, state: 'setup' } },
  ]);
}

async function replace(
  ports: Ports,
  stored: Stored<Programme>,
  plan: ProgrammePlan,
  actor: Actor,
  occasion: Occasion,
): Promise<Result<Programme, 'conflict'>> {
  const before = new Map<string, Stored<Contact>>();
  for await (const contact of readWhole(ports.programmes, plan.id, 'contact')) before.set(contact.key, contact);
  const programme = replanned(stored.value, plan);
  const unit = new UnitOfWork(ports, plan.id, occasion, actor.directoryId)
    .replace('programme', stored, programme)
    .follow({ type: 'programme-entry' })
    .changed('plan-replaced');
  const wanted = contactsOf(plan).map((contact) => keepLink(contact, [...before.values()]));
  for (const contact of wanted) {
    const old = before.get(contact.id);
    if (old === undefined) unit.insert('contact', contact.id, contact);
    else if (JSON.stringify(old.value) !== JSON.stringify(contact)) unit.replace('contact', old, contact);
    else continue;
    followLink(unit, contact.id, old?.value.directoryId);
    if (contact.directoryId !== old?.value.directoryId) followLink(unit, contact.id, contact.directoryId);
  }
  const named = new Set(wanted.map((contact) => contact.id));
  for (const gone of [...before.values()].filter((contact) => !named.has(contact.key))) {
    unit.remove('contact', gone);
    followLink(unit, gone.key, gone.value.directoryId);
  }
  return (await unit.commit()) ? ok(programme) : refused('conflict');
}

/** The link and reach found for the same address in the same role, wherever it stood in the old plan. */
function keepLink(contact: Contact, before: readonly Stored<Contact>[]): Contact {
  const known = before
    .map((row) => row.value)
    .filter((old) => old.role === contact.role && sameAddress(old.email, contact.email));
  const old = known.find((candidate) => candidate.id === contact.id) ?? known[0];
  if (old === undefined) return contact;
  return {
    ...contact,
    reach: old.reach,
    ...(old.directoryId === undefined ? {} : { directoryId: old.directoryId }),
    ...(old.linkedBy === undefined ? {} : { linkedBy: old.linkedBy }),
  };
}

function followLink(unit: UnitOfWork, contactId: string, directoryId: string | undefined): void {
  if (directoryId !== undefined) unit.follow({ type: 'membership', directoryId, contactId });
}

function sameAddress(a: string | undefined, b: string | undefined): boolean {
  return a?.toLowerCase() === b?.toLowerCase();
}

/** Another sponsor has not pledged, and another channel is not the one that was found. */
function replanned(programme: Programme, plan: ProgrammePlan): Programme {
  const { pledge, channel, ...rest } = programme;
  const sameSponsor = sameAddress(programme.plan.sponsor?.email, plan.sponsor?.email);
  const sameChannel = JSON.stringify(programme.plan.channel) === JSON.stringify(plan.channel);
  return {
    ...rest,
    ...(sameSponsor && pledge !== undefined ? { pledge } : {}),
    ...(sameChannel && channel !== undefined ? { channel } : {}),
    plan,
    revision: programme.revision + 1,
  };
}
