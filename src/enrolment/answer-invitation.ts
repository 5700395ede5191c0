import { plusWorkingDays } from '../calendar/plus-working-days';
import { workEndsAt } from '../calendar/work-days';
import type { Instant } from '../kernel/clock';
import { scheduleDeparture } from './add-departure';
import { departureView } from './departure-view';
import { comeBack, mayReturnAlone } from '../domain/departure-rules';
import { forgetDiversityAnswers } from '../diversity/forget-answers';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import { cardAbout } from '../domain/card';
import type { Ports, Saving } from '../domain/ports';
import { noticed } from '../member/action-outcome';
import { current, unitOf, type Press, type PressAnswer } from '../member/press';
import { savePress } from '../member/save-press';
import { invitationView } from './invitation-view';
import type { Participant } from '../domain/participant';

/** Working days of the person's own after their yes. What follows is a decent moment of the tenth at the latest. */
const wordDays = 9;

/**
 * "I'm in" or "not now"; the person may change their mind as long as they are in no pair. With "not now" what they said of themselves for
 * the mix of the programme is erased. Who left by a word of their own comes back by "I'm in", into the pairs of whose end nobody has
 * heard too. Repeats change nothing.
 */
export async function answerInvitation(
  press: Press<Saving | 'holidayFrom'>,
  answer: 'enrolled' | 'not-now',
): Promise<PressAnswer> {
  const { ports, context, member } = press;
  const { participant, reader } = member;
  const programme = member.programme.value;
  if (participant === undefined) return noticed('not-allowed', reader);
  const before = participant.value;
  if (before.state === 'imported') return noticed('not-allowed', reader);
  const open = programme.state === 'enrolling' || programme.state === 'running';
  if (!open) return noticed('programme-closed', reader);
  if (before.state === 'withdrawn' && (answer === 'not-now' || !mayReturnAlone(before)))
    return current(press, departureView(programme, before, reader, 0));
  if (before.state === answer) return current(press, invitationView(programme, before, reader, context.now));
  if (answer === 'not-now') {
    const personPairs = await ports.programmes.get(programme.id, 'person-pairs', participant.key);
    if ((personPairs?.value.pairIds.length ?? 0) > 0) return noticed('not-allowed', reader);
  }
  const { rematch, ...rest } = comeBack(before, answer);
  const answered: Participant = {
    ...rest,
    // Who comes back by a yes looks for a partner, whatever they had enough of before.
    ...(rematch === undefined || before.state === 'withdrawn' ? {} : { rematch }),
    ...(answer === 'enrolled' ? { enrolledAt: context.now } : {}),
  };
  const unit = unitOf(press)
    .replace('participant', participant, answered)
    .editCards({ to: 'participant', id: participant.key }, cardAbout.invitation)
    .recordChange(`invitation-${answer}`);
  if (before.state === 'withdrawn') scheduleDeparture(unit, answered, context);
  if (answer === 'enrolled')
    unit.schedule({
      kind: 'volunteer-word',
      at: wordMoment(ports, before, context.now),
      ref: participant.key,
      occurrence: String(answered.revision),
    });
  else await forgetDiversityAnswers(ports, unit, participant.key);
  return savePress(press, unit, invitationView(programme, answered, reader, context.now));
}

/** When somebody who said yes hears where they stand, unless they were asked by then: within ten working days. */
function wordMoment(ports: Ports<'holidayFrom'>, person: Participant, now: Instant): Instant {
  const { profile } = person;
  const after = plusWorkingDays(now, wordDays, profile.timeZone, workEndsAt(ports, profile));
  return nextContactTimeFor(ports, person, after);
}
