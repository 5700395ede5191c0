import { carryOutDeparture } from '../enrolment/carry-out-departure';
import { beginRoundEnd } from '../draft/begin-round-end';
import { tellVolunteer } from '../draft/tell-volunteer';
import { unreachable } from '../kernel/result';
import type { Stored } from '../kernel/row-store';
import { remindChannel } from '../channel/remind-channel';
import { closeProgramme } from '../closing/close-programme';
import type { UseCaseContext, Ports } from '../domain/ports';
import { UnitOfWork } from '../domain/unit-of-work';
import { announcePairEnding } from '../pair-ending/announce-pair-ending';
import { alignPair } from '../pause/align-pair';
import { endPause } from '../pause/end-pause';
import { expireProposal, remindProposal } from '../proposal/due-proposal';
import { lapseRenewal, settleRenewal } from '../draft/due-renewal';
import { expireRenewals } from '../draft/expire-renewals';
import { askWhetherMet, closeSession, proposeSession, refreshSlots } from '../session/due-session';
import { destroySurveyKey } from '../survey/destroy-survey-key';
import { closeRound, openRound, remindRound } from '../survey/due-survey';
import type { DueWork } from '../domain/work';

/**
 * Does what has fallen due and removes its row in the same transaction. Done by two servers at once it happens once: the loser's
 * transaction conflicts and it leaves the row to the winner.
 */
export async function runDue(
  ports: Ports,
  programmeId: string,
  due: Stored<DueWork>,
  context: UseCaseContext,
): Promise<void> {
  if (asksPeople.has(due.value.kind)) {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined || programme.value.state === 'closed') {
      await new UnitOfWork(ports, programmeId, context, 'system').remove('due', due).commit();
      return;
    }
  }
  await dueWork(due.value)(ports, programmeId, due, context);
}

/** Of no use in a programme that is over; what ends or hides something is done all the same. */
const asksPeople: ReadonlySet<DueWork['kind']> = new Set([
  'proposal-remind',
  'pairing-round-end',
  'volunteer-word',
  'session-propose',
  'slots-stale',
  'session-over',
  'pair-ending',
  'pair-align',
  'pause-over',
  'departure',
  'renewal-settle',
  'renewal-lapse',
  'renewals-lapse',
  'round-open',
  'round-remind',
  'channel-remind',
] as const);

type DueStep = (ports: Ports, programmeId: string, due: Stored<DueWork>, context: UseCaseContext) => Promise<boolean>;

function dueWork(due: DueWork): DueStep {
  switch (due.kind) {
    case 'proposal-remind':
      return remindProposal;
    case 'proposal-expire':
      return expireProposal;
    case 'pairing-round-end':
      return beginRoundEnd;
    case 'volunteer-word':
      return tellVolunteer;
    case 'session-propose':
      return proposeSession;
    case 'slots-stale':
      return refreshSlots;
    case 'session-over':
      return askWhetherMet;
    case 'session-close':
      return closeSession;
    case 'pair-ending':
      return announcePairEnding;
    case 'pair-align':
      return alignPair;
    case 'pause-over':
      return endPause;
    case 'departure':
      return carryOutDeparture;
    case 'renewal-settle':
      return settleRenewal;
    case 'renewal-lapse':
      return lapseRenewal;
    case 'renewals-lapse':
      return expireRenewals;
    case 'round-open':
      return openRound;
    case 'round-remind':
      return remindRound;
    case 'round-close':
      return closeRound;
    case 'channel-remind':
      return remindChannel;
    case 'programme-close':
      return closeProgramme;
    case 'answers-expire':
      return destroySurveyKey;
    default:
      return unreachable(due.kind);
  }
}
