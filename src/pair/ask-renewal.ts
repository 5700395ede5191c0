import { plusDays, type Instant } from '../kernel/clock';
import { plannedEnd } from '../programme/plan-programme';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { Programme } from '../domain/programme';
import type { PairPeople } from './load-pair';
import { replyDate } from '../domain/proposal-rules';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { Renewal } from '../domain/renewal';

/** Days after the last hour, and after the closing survey's card, before which the two are not asked. */
const daysAfterEnd = 1;
const daysAfterSurvey = 2;

/** A pair of a running programme with its two people. */
export interface FinishingPair extends PairPeople {
  readonly programme: Programme;
}

/**
 * Adds to the transaction in which a pair finishes the question whether the two go on, with its reply date. A pair that went on once is
 * not asked again, nor one that finishes after the programme's planned end: these two hear that they have come to the end of their months.
 */
export async function askRenewal(
  ports: Ports<'programmes' | 'holidayFrom'>,
  unit: UnitOfWork,
  { programme, pair, mentor, mentee }: FinishingPair,
  context: UseCaseContext,
): Promise<void> {
  const asksAt = await askingMoment(ports, unit.programmeId, context.now);
  const end = plannedEnd(programme);
  if (pair.value.renews !== undefined || (end !== undefined && asksAt >= end)) {
    for (const person of [mentor, mentee])
      unit.queueMessage({
        kind: 'pair-ended',
        recipient: { to: 'participant', id: person.key },
        subject: { pairId: pair.key },
        notBefore: nextContactTimeFor(ports, person.value, plusDays(context.now, daysAfterEnd)),
      });
    return;
  }
  const { plan } = programme;
  const replyBy = replyDate(ports, plan, asksAt);
  const hearsBy = replyDate(ports, plan, replyBy);
  const renewal: Renewal = { pairId: pair.key, asksAt, replyBy, hearsBy, choices: {} };
  unit
    .insert('renewal', pair.key, renewal)
    .schedule({ kind: 'renewal-settle', at: replyBy, ref: pair.key, occurrence: '' });
  for (const person of [mentor, mentee])
    unit.queueMessage({
      kind: 'renewal-question',
      recipient: { to: 'participant', id: person.key },
      subject: { pairId: pair.key },
      notBefore: nextContactTimeFor(ports, person.value, asksAt),
      expiresAt: replyBy,
    });
}

/** After the closing survey, where one is still to come or has just come: one card at a time. */
async function askingMoment(ports: Ports<'programmes'>, programmeId: string, now: Instant): Promise<Instant> {
  const soonest = plusDays(now, daysAfterEnd);
  const closing = (await ports.programmes.get(programmeId, 'survey-round', 'closing'))?.value;
  if (closing === undefined || closing.state === 'closed' || closing.closesAt <= now) return soonest;
  const afterSurvey = plusDays(closing.opensAt, daysAfterSurvey);
  return afterSurvey > soonest ? afterSurvey : soonest;
}
