import type { Instant } from '../kernel/clock';
import { unreachable } from '../kernel/result';
import { invitationView } from '../participant/invitation-view';
import type { Participant } from '../participant/model';
import type { ChannelReference, Contact, Programme } from '../programme/model';
import { pledgeView } from '../programme/pledge-view';
import type { Occasion, Ports } from '../programme/ports';
import type { ConversationReference } from '../programme/rows';
import { hourOffView } from '../pause/hour-off-view';
import { pauseView } from '../pause/pause-view';
import { isPaused, pauseOfPair } from '../pause/rules';
import { partedView } from '../parting/parted-view';
import { hasHeard } from '../parting/rules';
import { introductionView } from '../proposal/introduction-view';
import type { Side } from '../proposal/model';
import { proposalView } from '../proposal/proposal-view';
import { isOpenFor, sideOf } from '../proposal/rules';
import { calendarPath } from '../session/calendar-link';
import { loadPair } from '../session/load-pair';
import { sessionKey } from '../session/model';
import { sessionView } from '../session/session-view';
import { surveyView } from '../survey/survey-view';
import { channelReminderView } from './channel-reminder-view';
import type { QueuedMessage } from './model';
import { channelReader, contactReader, participantReader } from './reader';
import type { CardView, Reader } from './view';

export type Target =
  | { readonly to: 'person'; readonly directoryId: string; readonly reference: ConversationReference }
  | { readonly to: 'channel'; readonly channel: ChannelReference };

export type Prepared =
  | { readonly ok: true; readonly view: CardView; readonly reader: Reader; readonly target: Target }
  | { readonly ok: false; readonly state: 'cancelled' | 'skipped' | 'blocked' | 'failed'; readonly reason: string };

interface Drawing {
  readonly ports: Ports;
  readonly programme: Programme;
  readonly message: QueuedMessage;
  readonly reader: Reader;
  readonly now: Instant;
}

/**
 * Draws a queued message from the state as it is now, for the person it goes to, or says why it is not sent: the state has moved on
 * (cancelled), its time is over (skipped), nobody can be reached (blocked).
 */
export async function prepareMessage(
  ports: Ports,
  programmeId: string,
  message: QueuedMessage,
  occasion: Occasion,
): Promise<Prepared> {
  const programme = (await ports.programmes.get(programmeId, 'programme', 'programme'))?.value;
  if (programme === undefined) return stop('cancelled', 'programme-gone');
  if (programme.state === 'closed' || programme.state === 'paused')
    return stop('cancelled', `programme-${programme.state}`);
  if (message.expiresAt !== undefined && occasion.now >= message.expiresAt) return stop('skipped', 'too-late');
  if (message.recipient.to === 'channel') return prepareChannel(ports, programme, message);
  if (message.recipient.to === 'contact') {
    const contact = (await ports.programmes.get(programmeId, 'contact', message.recipient.id))?.value;
    return contact === undefined
      ? stop('cancelled', 'recipient-gone')
      : prepareContact(
          { ports, programme, message, now: occasion.now, reader: await contactReader(ports, programme, contact) },
          contact,
        );
  }
  const participant = (await ports.programmes.get(programmeId, 'participant', message.recipient.id))?.value;
  if (participant === undefined) return stop('cancelled', 'recipient-gone');
  if (participant.state === 'withdrawn') return stop('cancelled', 'recipient-left');
  return prepareParticipant(
    { ports, programme, message, now: occasion.now, reader: await participantReader(ports, programme, participant) },
    participant,
  );
}

async function prepareChannel(ports: Ports, programme: Programme, message: QueuedMessage): Promise<Prepared> {
  if (programme.channel === undefined) return stop('skipped', 'channel-missing');
  const reader = channelReader(programme, programme.plan.languages[0] ?? 'fr');
  const view = await channelReminderView(ports, programme, message.subject.month ?? 1, reader);
  return { ok: true, view, reader, target: { to: 'channel', channel: await newestAddress(ports, programme.channel) } };
}

/** Teams moves a team from one service address to another; the team's row has the newest. */
async function newestAddress(ports: Ports, channel: ChannelReference): Promise<ChannelReference> {
  const team = await ports.tenants.get('tenant', 'team', channel.teamId);
  return team === undefined ? channel : { ...channel, serviceUrl: team.value.serviceUrl };
}

async function prepareContact(it: Drawing, contact: Contact): Promise<Prepared> {
  if (it.message.kind === 'pledge-request') {
    if (it.programme.pledge !== undefined) return stop('cancelled', 'already-done');
    return toPerson(it, pledgeView(it.programme, it.reader), contact);
  }
  if (it.message.kind === 'replacements') return replacementsMessage(it, contact);
  if (contact.role !== 'delegate' || contact.menteeId === undefined) return stop('failed', 'wrong-recipient');
  if (it.message.kind === 'hour-off') return hourOffMessage(it, contact);
  return sessionMessage(it, contact.menteeId, contact, true);
}

/** What does not reach somebody who is away: it comes again, or has no use, once they are back. */
const waitsForReturn: ReadonlySet<QueuedMessage['kind']> = new Set([
  'proposal-reminder',
  'slots',
  'survey',
  'survey-reminder',
]);

async function prepareParticipant(it: Drawing, participant: Participant): Promise<Prepared> {
  const { message, programme, reader } = it;
  if (waitsForReturn.has(message.kind) && isPaused(participant, it.now)) return stop('skipped', 'away');
  switch (message.kind) {
    case 'invitation':
      if (participant.state !== 'invited') return stop('cancelled', 'already-done');
      return toPerson(it, invitationView(programme, participant, reader), participant);
    case 'proposal':
    case 'proposal-reminder':
    case 'not-formed':
      return proposalMessage(it, participant);
    case 'standing':
      return standingMessage(it, participant);
    case 'introduction':
      return introductionMessage(it, participant);
    case 'parted':
      return partedMessage(it, participant);
    case 'pair-paused':
      return pausedMessage(it, participant);
    case 'pause-over':
      if (isPaused(participant, it.now)) return stop('cancelled', 'already-done');
      return toPerson(it, pauseView(programme, participant, reader, it.now, true), participant);
    case 'slots':
    case 'booked':
    case 'met':
      return sessionMessage(it, participant.id, participant, false);
    case 'survey':
    case 'survey-reminder': {
      const view = await surveyView(it.ports, programme, message.subject.surveyRound ?? '', participant.id, reader, {
        pairId: message.subject.pairId,
        reminder: message.kind === 'survey-reminder',
      });
      if (view?.state !== 'open') return stop('cancelled', view === undefined ? 'subject-gone' : 'already-done');
      return toPerson(it, view, participant);
    }
    case 'hour-off':
    case 'pledge-request':
    case 'replacements':
    case 'channel-reminder':
      return stop('failed', 'wrong-recipient');
    default:
      return unreachable(message.kind);
  }
}

async function proposalMessage(it: Drawing, participant: Participant): Promise<Prepared> {
  const { message, programme, reader, now } = it;
  const proposal = (await it.ports.programmes.get(programme.id, 'proposal', message.subject.proposalId ?? ''))?.value;
  const side = proposal === undefined ? undefined : sideOf(proposal, participant.id);
  if (proposal === undefined || side === undefined) return stop('cancelled', 'subject-gone');
  if (participant.state !== 'enrolled') return stop('cancelled', 'recipient-left');
  if (message.kind !== 'not-formed' && !isOpenFor(proposal, side, now)) return stop('cancelled', 'already-done');
  const partner = await it.ports.programmes.get(
    programme.id,
    'participant',
    side === 'mentor' ? proposal.menteeId : proposal.mentorId,
  );
  const view = proposalView(
    programme,
    proposal,
    side,
    partner?.value,
    reader,
    now,
    message.kind === 'proposal-reminder',
  );
  return toPerson(it, view, participant);
}

/** Where the person stands when it is sent: nothing once they have a partner. */
async function standingMessage(it: Drawing, participant: Participant): Promise<Prepared> {
  if (participant.state !== 'enrolled') return stop('cancelled', 'recipient-left');
  const places = await it.ports.programmes.get(it.programme.id, 'places', participant.id);
  const state = participant.standing?.told;
  if (state === undefined || (places?.value.pairIds.length ?? 0) > 0) return stop('cancelled', 'already-done');
  const { id, plan } = it.programme;
  const view: CardView = { card: 'standing', programmeId: id, programmeName: plan.name[it.reader.language], state };
  return toPerson(it, view, participant);
}

async function replacementsMessage(it: Drawing, contact: Contact): Promise<Prepared> {
  const { id, plan } = it.programme;
  const draft = (await it.ports.programmes.get(id, 'draft', it.message.subject.draftId ?? ''))?.value;
  if (draft?.state !== 'ready') return stop('cancelled', draft === undefined ? 'subject-gone' : 'already-done');
  const board = await it.ports.programmes.get(id, 'board', 'head');
  const view: CardView = {
    card: 'replacements',
    programmeId: id,
    programmeName: plan.name[it.reader.language],
    pairs: board?.value.counts['pairs.active'] ?? 0,
    suggested: draft.pairs,
  };
  return toPerson(it, view, contact);
}

async function introductionMessage(it: Drawing, participant: Participant): Promise<Prepared> {
  const people = await loadPair(it.ports, it.programme.id, it.message.subject.pairId ?? '');
  if (people?.pair.value.state !== 'active') return stop('cancelled', 'subject-gone');
  const side: Side = people.pair.value.mentorId === participant.id ? 'mentor' : 'mentee';
  const proposal = await it.ports.programmes.get(it.programme.id, 'proposal', people.pair.value.proposalId);
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  return toPerson(
    it,
    introductionView(it.programme, people.pair.value, side, partner, proposal?.value.parts ?? [], it.reader),
    participant,
  );
}

/** From when sessions go on, and the hour that is off; no word of who is away or why. */
async function pausedMessage(it: Drawing, participant: Participant): Promise<Prepared> {
  const { pairId = '', calledOff } = it.message.subject;
  const people = await loadPair(it.ports, it.programme.id, pairId);
  const side = people === undefined ? undefined : sideOf(people.pair.value, participant.id);
  if (people?.pair.value.state !== 'active' || side === undefined) return stop('cancelled', 'subject-gone');
  const pause = pauseOfPair(people.mentor.value, people.mentee.value, it.now);
  if (pause === undefined) return stop('cancelled', 'already-done');
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  const off = calledOff === undefined || calledOff <= it.now ? {} : { calledOff };
  return toPerson(it, hourOffView(it.programme, it.reader, { partner, resumesOn: pause.until, ...off }), participant);
}

/** A delegate hears of the hour alone. */
async function hourOffMessage(it: Drawing, contact: Contact): Promise<Prepared> {
  const { calledOff } = it.message.subject;
  if (calledOff === undefined || calledOff <= it.now) return stop('skipped', 'too-late');
  return toPerson(it, hourOffView(it.programme, it.reader, { calledOff }), contact);
}

/** The words of a pair's end go to somebody who is due to hear them, whether or not the other has heard. */
async function partedMessage(it: Drawing, participant: Participant): Promise<Prepared> {
  const pairId = it.message.subject.pairId ?? '';
  const [people, parting] = await Promise.all([
    loadPair(it.ports, it.programme.id, pairId),
    it.ports.programmes.get(it.programme.id, 'parting', pairId),
  ]);
  const side = people === undefined ? undefined : sideOf(people.pair.value, participant.id);
  if (people === undefined || side === undefined || !hasHeard(parting?.value, side))
    return stop('cancelled', 'subject-gone');
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  return toPerson(it, partedView(it.programme, pairId, participant, partner, it.reader), participant);
}

async function sessionMessage(
  it: Drawing,
  participantId: string,
  to: Participant | Contact,
  asDelegate: boolean,
): Promise<Prepared> {
  const { subject, kind } = it.message;
  const people = await loadPair(it.ports, it.programme.id, subject.pairId ?? '');
  const number = subject.sessionNumber ?? 0;
  const session = (await it.ports.programmes.get(it.programme.id, 'session', sessionKey(subject.pairId ?? '', number)))
    ?.value;
  if (people?.pair.value.state !== 'active' || session === undefined) return stop('cancelled', 'subject-gone');
  const wanted = kind === 'slots' ? 'proposing' : kind === 'booked' ? 'booked' : 'asked';
  if (session.state !== wanted || session.round !== subject.slotRound) return stop('cancelled', 'already-done');
  const side: Side = session.mentorId === participantId ? 'mentor' : 'mentee';
  if (kind === 'slots' && session.slotAnswers[side] !== undefined) return stop('cancelled', 'already-done');
  if (kind === 'met' && session.met[side] !== undefined) return stop('cancelled', 'already-done');
  const parting = await it.ports.programmes.get(it.programme.id, 'parting', people.pair.key);
  if (hasHeard(parting?.value, side)) return stop('cancelled', 'subject-gone');
  const partner = side === 'mentor' ? people.mentee.value : people.mentor.value;
  const path = calendarPath(
    { programmeId: it.programme.id, pairId: session.pairId, number, side },
    it.ports.signingKey(),
    it.ports.secrets,
  );
  const who = { reader: it.reader, side, asDelegate, partner, calendarPath: path };
  return toPerson(it, sessionView(it.programme, session, who, it.now), to);
}

async function toPerson(it: Drawing, view: CardView, person: Participant | Contact): Promise<Prepared> {
  if (person.directoryId === undefined) return stop('blocked', 'not-linked');
  if (person.reach !== 'reachable') return stop('blocked', person.reach);
  const reference = await it.ports.people.get(person.directoryId, 'reference', 'reference');
  if (reference === undefined) return stop('blocked', 'app-missing');
  return {
    ok: true,
    view,
    reader: it.reader,
    target: { to: 'person', directoryId: person.directoryId, reference: reference.value },
  };
}

function stop(state: 'cancelled' | 'skipped' | 'blocked' | 'failed', reason: string): Prepared {
  return { ok: false, state, reason };
}
