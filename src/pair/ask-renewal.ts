import { plusDays, type Instant } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { Participant } from '../domain/participant';
import { plannedEnd } from '../programme/plan-programme';
import type { UseCaseContext, Ports } from '../domain/ports';
import type { UnitOfWork } from '../domain/unit-of-work';
import type { Pair } from '../domain/proposal';
import { replyDate } from '../domain/proposal-rules';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import type { Renewal } from '../domain/renewal';

/** Days after the last hour, and after the closing survey's card, before which the two are not asked. */
const daysAfterEnd = 1;
const daysAfterSurvey = 2;

/**
 * Adds to the transaction in which a pair finishes that its two people rest until they say what they want, and the question itself with
 * its reply date. A pair that went on once is not asked again, nor one that finishes after the programme's planned end.
 */
export async function askRenewal(
  ports: Ports<'programmes' | 'isHoliday'>,
  unit: UnitOfWork,
  pair: Stored<Pair>,
  context: UseCaseContext,
): Promise<void> {
  const { mentorId, menteeId, renews } = pair.value;
  const [programme, mentor, mentee] = await Promise.all([
    ports.programmes.get(unit.programmeId, 'programme', 'programme'),
    ports.programmes.get(unit.programmeId, 'participant', mentorId),
    ports.programmes.get(unit.programmeId, 'participant', menteeId),
  ]);
  if (programme?.value.state !== 'running' || mentor === undefined || mentee === undefined) return;
  for (const person of [mentor, mentee]) stopSearching(unit, person, context.now);
  if (renews !== undefined) return;
  const asksAt = await askingMoment(ports, unit.programmeId, context.now);
  const end = plannedEnd(programme.value);
  if (end !== undefined && asksAt >= end) return;
  const { plan } = programme.value;
  const replyBy = replyDate(plan, asksAt, ports.isHoliday);
  const hearsBy = replyDate(plan, replyBy, ports.isHoliday);
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

/** Nobody is put before somebody new by silence: whoever finished a pair waits for no partner until they say so. */
function stopSearching(unit: UnitOfWork, person: Stored<Participant>, now: Instant): void {
  if (person.value.rematch !== undefined) return;
  unit.replace('participant', person, { ...person.value, rematch: { wish: 'unsaid', since: now } });
}

/** After the closing survey, where one is still to come or has just come: one card at a time. */
async function askingMoment(ports: Ports<'programmes'>, programmeId: string, now: Instant): Promise<Instant> {
  const soonest = plusDays(now, daysAfterEnd);
  const closing = (await ports.programmes.get(programmeId, 'survey-round', 'closing'))?.value;
  if (closing === undefined || closing.state === 'closed' || closing.closesAt <= now) return soonest;
  const afterSurvey = plusDays(closing.opensAt, daysAfterSurvey);
  return afterSurvey > soonest ? afterSurvey : soonest;
}
