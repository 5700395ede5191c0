import { foldChanges } from '../../src/board/fold-changes';
import { plusMilliseconds } from '../../src/kernel/clock';
import { readAll, withPrefix } from '../../src/kernel/read-all';
import type { Action } from '../../src/dispatch/actions';
import { dueKey, type WorkToSchedule } from '../../src/domain/due-work';
import { emptyBoard } from '../../src/domain/board';
import { countersMoved } from '../../src/domain/participant-counters';
import { noteEnd } from '../../src/delivery/note-end';
import { messages } from '../../src/dispatch/messages';
import { cardKey } from '../../src/domain/card';
import type { QueuedMessage } from '../../src/domain/message';
import type { Stored } from '../../src/kernel/row-store';
import { UnitOfWork } from '../../src/domain/unit-of-work';
import type { ActionOutcome } from '../../src/member/action-outcome';
import { performAction } from '../../src/dispatch/perform-action';
import { prepareEdit, whatShows, type CardToEdit } from '../../src/dispatch/prepare-edit';
import { prepareMessage } from '../../src/dispatch/prepare-message';
import type { Prepared } from '../../src/member/message-context';
import type { Participant } from '../../src/domain/participant';
import type { Contact, Membership, Programme } from '../../src/domain/programme';
import { planProgramme } from '../../src/programme/plan-programme';
import type { AllPorts } from '../../src/dispatch/all-ports';
import type { Actor, UseCaseContext } from '../../src/domain/ports';
import type { ProgrammeRows } from '../../src/domain/rows';
import type { Session } from '../../src/domain/session';
import { applyProjection } from '../../src/dispatch/apply-projection';
import { runDue } from '../../src/dispatch/run-due';
import { aParticipant } from './factories/participant';
import { dueRows } from './due-rows';
import { aProgramme } from './factories/programme';

/** The directory id of a person of the tests. */
export const directoryIdOf = (id: string): string => `directory-${id}`;

export const actorOf = (id: string): Actor => ({ directoryId: directoryIdOf(id), appRoles: [], name: id });

export interface Delivery {
  readonly message: QueuedMessage;
  readonly prepared: Prepared;
}

/** Plays the server for one programme: what follows, what falls due, the fold, and the messages as they would be sent. */
export class Stage {
  constructor(
    readonly ports: AllPorts,
    readonly programmeId: string,
    public now: string,
  ) {}

  get context(): UseCaseContext {
    return { now: this.now, correlationId: 'correlation-of-the-tests' };
  }

  /** Pressed on the card of a message, or on the own page where none is named. */
  press(who: string, action: Action, messageId?: string): Promise<ActionOutcome> {
    const pressedOn = messageId === undefined ? {} : { pressedOn: `activity of ${messageId}` };
    return performAction(this.ports, actorOf(who), action, { ...this.context, ...pressedOn });
  }

  /** Works off what follows and what is due, one round, and folds. */
  async work(): Promise<void> {
    const { ports, programmeId } = this;
    for await (const row of readAll(ports.programmes, programmeId, 'projection'))
      await applyProjection(ports, programmeId, row, this.context);
    const tried = new Set<string>();
    for (;;) {
      const due = (await dueRows(ports, programmeId, this.now)).filter(({ key }) => !tried.has(key));
      if (due.length === 0) break;
      for (const row of due) {
        tried.add(row.key);
        await runDue(ports, programmeId, row, this.context);
      }
    }
    for await (const row of readAll(ports.programmes, programmeId, 'projection'))
      await applyProjection(ports, programmeId, row, this.context);
    while ((await foldChanges(ports, programmeId, this.context)) > 0);
  }

  /** Prepares every message that may go now, and ends it as sent, or as what keeps it back. */
  async deliver(): Promise<readonly Delivery[]> {
    const { ports, programmeId } = this;
    const delivered: Delivery[] = [];
    for await (const row of readAll(ports.programmes, programmeId, 'queued', { to: `${this.now}~` })) {
      const prepared = await prepareMessage(ports, programmeId, row.value, this.context);
      delivered.push({ message: row.value, prepared });
      await this.end(row, prepared);
    }
    return delivered;
  }

  /** The cards that are to be drawn anew by now, as the lane would: none of them the one that was pressed, none that shows it already. */
  async edit(): Promise<readonly CardToEdit[]> {
    const { ports, programmeId } = this;
    const edited: CardToEdit[] = [];
    for await (const row of readAll(ports.programmes, programmeId, 'card-edit', { to: `${this.now}~` })) {
      const { cards, pressed } = await prepareEdit(ports, programmeId, row.value, this.context);
      const unit = new UnitOfWork(ports, programmeId, this.context, 'system').remove('card-edit', row);
      for (const { stored, shows } of cards) {
        const { shows: _before, ...rest } = stored.value;
        unit.replace('card', stored, { ...rest, ...showsOf(shows) });
      }
      if (pressed !== undefined) unit.replace('card', pressed, { ...pressed.value, shows: '' });
      if (!(await unit.commit())) throw new Error('The cards could not be edited');
      edited.push(...cards);
    }
    return edited;
  }

  private async end(row: Stored<QueuedMessage>, prepared: Prepared): Promise<void> {
    const { ports, programmeId, context } = this;
    const { id, kind, recipient, subject, createdAt, tries, correlationId } = row.value;
    const { state, reason } = prepared.ok ? ({ state: 'sent', reason: '' } as const) : prepared;
    const entry = { id, kind, recipient, subject, state, reason, createdAt, at: this.now, tries, correlationId };
    if (messages[kind].endUntold === true) {
      await new UnitOfWork(ports, programmeId, context, 'system').remove('queued', row).commit();
      return;
    }
    const unit = new UnitOfWork(ports, programmeId, context, 'system')
      .remove('queued', row)
      .insert('ledger', id, entry);
    await noteEnd(ports, unit, entry, messages[kind].listing);
    const { standing } = messages[kind];
    if (prepared.ok && prepared.target.to === 'person' && standing !== undefined && recipient.to !== 'channel')
      unit.insert('card', cardKey(recipient, standing.about(subject), id), {
        recipient,
        kind,
        subject,
        sentAt: this.now,
        directoryId: prepared.target.directoryId,
        conversationId: `chat of ${recipient.id}`,
        activityId: `activity of ${id}`,
        ...showsOf(whatShows(ports, prepared.view, prepared.reader)),
      });
    if (!(await unit.commit())) throw new Error(`The message ${id} could not be ended`);
  }

  /** Lets the time pass in steps (default six hours), working and delivering at each. */
  async advance(to: string, hours = 6): Promise<readonly Delivery[]> {
    const delivered: Delivery[] = [];
    while (this.now < to) {
      const next = plusMilliseconds(this.now, hours * 3_600_000);
      this.now = next < to ? next : to;
      await this.work();
      delivered.push(...(await this.deliver()));
    }
    return delivered;
  }

  async queued(): Promise<readonly QueuedMessage[]> {
    const messages: QueuedMessage[] = [];
    for await (const row of readAll(this.ports.programmes, this.programmeId, 'queued')) messages.push(row.value);
    return messages;
  }

  async counts(): Promise<Readonly<Record<string, number>>> {
    return (await this.ports.programmes.get(this.programmeId, 'board', 'head'))?.value.counts ?? {};
  }

  async session(pairId: string, number = 1): Promise<Session> {
    const rows = await this.ports.programmes.range(this.programmeId, 'session', {
      ...withPrefix(`${pairId}|`),
      limit: 10,
    });
    const found = rows.rows.find((row) => row.value.number === number);
    if (found === undefined) throw new Error(`No session ${String(number)} of ${pairId}`);
    return found.value;
  }
}

function showsOf(shows: string | undefined): { readonly shows?: string } {
  return shows === undefined ? {} : { shows };
}

export interface Cast {
  readonly programme?: Parameters<typeof aProgramme>[0];
  readonly participants?: readonly Participant[];
  readonly contacts?: readonly Contact[];
  readonly now?: string;
  /** Rounds of surveys and due work of the programme, as the first publication plans them. */
  readonly planned?: boolean;
}

/** A mentor and a mentee, enrolled and reachable. */
export const mentorAndMentee = (): readonly Participant[] => [
  aParticipant({ id: 'M1', profile: { name: 'Inès Belkacem', email: 'ines@armorel.example' } }),
  aParticipant({
    id: 'S1',
    profile: { name: 'Marc Lefèvre', email: 'marc@armorel.example', role: 'mentee', function: 'Finance' },
  }),
];

/** A programme on the given ports with its people linked, reachable and known to their own partitions. */
export async function castOf(ports: AllPorts, cast: Cast = {}): Promise<Stage> {
  const now = cast.now ?? '2027-01-11T09:00:00.000Z';
  const programme: Programme = aProgramme({
    ...cast.programme,
    ...(cast.planned === true ? { state: 'enrolling' } : {}),
  });
  const participants = cast.participants ?? mentorAndMentee();
  const stage = new Stage(ports, programme.id, now);
  await put(ports, programme.id, 'programme', 'programme', programme);
  await put(ports, programme.id, 'board', 'head', { ...emptyBoard(now), counts: countPeople(participants) });
  for (const person of participants) {
    await put(ports, programme.id, 'participant', person.id, { ...person, directoryId: directoryIdOf(person.id) });
    await known(ports, programme.id, person.id, { participantId: person.id, contacts: [] });
  }
  for (const contact of cast.contacts ?? []) {
    await put(ports, programme.id, 'contact', contact.id, { ...contact, directoryId: directoryIdOf(contact.id) });
    const { id, role, menteeId } = contact;
    await known(ports, programme.id, id, { contacts: [{ id, role, ...(menteeId === undefined ? {} : { menteeId }) }] });
  }
  if (cast.planned === true) await planProgramme(ports, programme.id, stage.context);
  return stage;
}

function countPeople(participants: readonly Participant[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const person of participants)
    for (const [name, by] of Object.entries(countersMoved(undefined, person))) counts[name] = (counts[name] ?? 0) + by;
  return counts;
}

/** Writes one row of a programme. */
export async function put<K extends keyof ProgrammeRows>(
  ports: AllPorts,
  programmeId: string,
  kind: K,
  key: string,
  value: ProgrammeRows[K],
): Promise<void> {
  const done = await ports.programmes.commit(programmeId, [{ op: 'insert', kind, key, value } as never]);
  if (!done.ok) throw new Error(`${kind} ${key} could not be written`);
}

/** Writes due work under its key. */
export async function putDue(ports: AllPorts, programmeId: string, ...dues: readonly WorkToSchedule[]): Promise<void> {
  for (const due of dues) await put(ports, programmeId, 'due', dueKey(due), { correlationId: 'c', ...due });
}

async function known(
  ports: AllPorts,
  programmeId: string,
  id: string,
  part: { readonly participantId?: string; readonly contacts: Membership['contacts'] },
): Promise<void> {
  const directoryId = directoryIdOf(id);
  await ports.people.commit(directoryId, [
    { op: 'insert', kind: 'membership', key: programmeId, value: { programmeId, ...part } },
  ]);
  if ((await ports.people.get(directoryId, 'reference', 'reference')) !== undefined) return;
  await ports.people.commit(directoryId, [
    {
      op: 'insert',
      kind: 'reference',
      key: 'reference',
      value: {
        serviceUrl: 'https://smba.trafficmanager.net/emea/',
        teamsUserId: `29:${id}`,
        updatedAt: '2027-01-01T00:00:00.000Z',
        via: 'team',
      },
    },
  ]);
}
