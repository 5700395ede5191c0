import { prepareReplacements } from '../draft/prepare-replacements';
import { prepareStanding } from '../draft/prepare-standing';
import { prepareInvitation } from '../enrolment/prepare-invitation';
import type { Participant } from '../domain/participant';
import { preparePairEnded } from '../pair-ending/prepare-pair-ended';
import { prepareHourOff } from '../pause/prepare-hour-off';
import { preparePairPaused } from '../pause/prepare-pair-paused';
import { preparePauseOver } from '../pause/prepare-pause-over';
import { isPaused } from '../domain/pause-rules';
import type { Contact } from '../domain/programme';
import type { UseCaseContext, Ports } from '../domain/ports';
import { preparePledgeRequest } from '../programme/prepare-pledge-request';
import { prepareIntroduction } from '../pair/prepare-introduction';
import { prepareProposal } from '../proposal/prepare-proposal';
import { prepareRenewalQuestion } from '../renewal/prepare-renewal-question';
import { prepareRenewals } from '../draft/prepare-renewals';
import { prepareDelegatedSession, prepareSession } from '../session/prepare-session';
import { prepareSurvey } from '../survey/prepare-survey';
import type { MessageKind, QueuedMessage } from '../domain/message';
import { prepareChannelReminder } from '../channel/prepare-channel-reminder';
import { doNotSend, type MessageContext, type Preparation, type Prepared } from '../member/message-context';
import { channelReader, contactReader, participantReader } from '../member/reader';

interface Preparations {
  readonly participant?: Preparation<Participant>;
  /** For sponsors, administrators and delegates. */
  readonly contact?: Preparation<Contact>;
  readonly channel?: (it: MessageContext) => Promise<Prepared>;
  /** It does not reach somebody who is away: it comes again, or has no use, once they are back. */
  readonly waitsForReturn?: true;
}

/** Each kind with those it is for. To anybody else it is never sent. */
const preparations: Readonly<Record<MessageKind, Preparations>> = {
  'pledge-request': { contact: preparePledgeRequest },
  invitation: { participant: prepareInvitation },
  proposal: { participant: prepareProposal, waitsForReturn: true },
  'proposal-reminder': { participant: prepareProposal, waitsForReturn: true },
  'not-formed': { participant: prepareProposal },
  standing: { participant: prepareStanding },
  replacements: { contact: prepareReplacements },
  introduction: { participant: prepareIntroduction },
  'pair-ended': { participant: preparePairEnded },
  'renewal-question': { participant: prepareRenewalQuestion },
  renewals: { contact: prepareRenewals },
  'pair-paused': { participant: preparePairPaused },
  'hour-off': { contact: prepareHourOff },
  'pause-over': { participant: preparePauseOver },
  slots: { participant: prepareSession, contact: prepareDelegatedSession, waitsForReturn: true },
  booked: { participant: prepareSession, contact: prepareDelegatedSession },
  met: { participant: prepareSession, contact: prepareDelegatedSession },
  survey: { participant: prepareSurvey, waitsForReturn: true },
  'survey-reminder': { participant: prepareSurvey, waitsForReturn: true },
  'channel-reminder': { channel: prepareChannelReminder },
};

/**
 * Draws a queued message from the state as it is now, for the person it goes to, or says why it is not sent: the state has moved on
 * (cancelled), its time is over (skipped), nobody can be reached (blocked).
 */
export async function prepareMessage(
  ports: Ports,
  programmeId: string,
  message: QueuedMessage,
  { now }: UseCaseContext,
): Promise<Prepared> {
  const programme = (await ports.programmes.get(programmeId, 'programme', 'programme'))?.value;
  if (programme === undefined) return doNotSend('cancelled', 'programme-gone');
  if (programme.state === 'closed' || programme.state === 'paused')
    return doNotSend('cancelled', `programme-${programme.state}`);
  if (message.expiresAt !== undefined && now >= message.expiresAt) return doNotSend('skipped', 'too-late');
  const { recipient } = message;
  const preparation = preparations[message.kind];
  const about = { ports, programme, message, now };
  if (recipient.to === 'channel') {
    const reader = channelReader(programme, programme.plan.languages[0] ?? 'fr');
    return preparation.channel?.({ ...about, reader }) ?? doNotSend('failed', 'wrong-recipient');
  }
  if (recipient.to === 'contact') {
    const contact = (await ports.programmes.get(programmeId, 'contact', recipient.id))?.value;
    if (contact === undefined) return doNotSend('cancelled', 'recipient-gone');
    if (preparation.contact === undefined) return doNotSend('failed', 'wrong-recipient');
    return preparation.contact({ ...about, reader: await contactReader(ports, programme, contact) }, contact);
  }
  const participant = (await ports.programmes.get(programmeId, 'participant', recipient.id))?.value;
  if (participant === undefined) return doNotSend('cancelled', 'recipient-gone');
  if (participant.state === 'withdrawn') return doNotSend('cancelled', 'recipient-left');
  if (preparation.participant === undefined) return doNotSend('failed', 'wrong-recipient');
  if (preparation.waitsForReturn === true && isPaused(participant, now)) return doNotSend('skipped', 'away');
  return preparation.participant(
    { ...about, reader: await participantReader(ports, programme, participant) },
    participant,
  );
}
