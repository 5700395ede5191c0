import { plusWorkingDays } from '../calendar/plus-working-days';
import type { Instant } from '../kernel/clock';
import { followLater } from './add-departure';
import { departureView } from './departure-view';
import { comeBack, countersMoved, mayReturnAlone } from '../domain/departure-rules';
import { forgetDiversityAnswers } from '../diversity/forget-answers';
import { nextContactTimeFor } from '../calendar/next-contact-time';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { loadMember } from '../member/load-member';
import type { Actor, UseCaseContext, Ports } from '../domain/ports';
import { noticed, shown, type ActionOutcome } from '../member/action-outcome';
import { strangerReader } from '../member/reader';
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
  ports: Ports,
  actor: Actor,
  input: { readonly programmeId: string; readonly answer: 'enrolled' | 'not-now' },
  context: UseCaseContext,
): Promise<ActionOutcome> {
  return retryOnConflict(async () => {
    const member = await loadMember(ports, actor, input.programmeId);
    if (member === undefined) return noticed('not-found', await strangerReader(ports, actor.directoryId));
    const { participant, programme, reader } = member;
    if (participant === undefined) return noticed('not-allowed', reader);
    const before = participant.value;
    if (before.state === 'imported') return noticed('not-allowed', reader);
    const open = programme.value.state === 'enrolling' || programme.value.state === 'running';
    if (!open) return noticed('programme-closed', reader);
    if (before.state === 'withdrawn' && (input.answer === 'not-now' || !mayReturnAlone(before)))
      return shown(departureView(programme.value, before, reader, 0), reader, false);
    if (participant.value.state === input.answer)
      return shown(invitationView(programme.value, participant.value, reader), reader, false);
    if (input.answer === 'not-now') {
      const places = await ports.programmes.get(input.programmeId, 'person-pairs', participant.key);
      if ((places?.value.pairIds.length ?? 0) > 0) return noticed('not-allowed', reader);
    }
    const { rematch, ...rest } = comeBack(before, input.answer);
    const answered: Participant = {
      ...rest,
      // Who comes back by a yes looks for a partner, whatever they had enough of before.
      ...(rematch === undefined || before.state === 'withdrawn' ? {} : { rematch }),
      ...(input.answer === 'enrolled' ? { enrolledAt: context.now } : {}),
    };
    const unit = new UnitOfWork(ports, input.programmeId, context, actor.directoryId)
      .replace('participant', participant, answered)
      .recordChange(`invitation-${input.answer}`, { counts: countersMoved(before, answered) });
    if (before.state === 'withdrawn') followLater(unit, answered, context);
    if (input.answer === 'enrolled')
      unit.schedule({
        kind: 'volunteer-word',
        at: wordMoment(ports, participant.value, context.now),
        ref: participant.key,
        occurrence: String(answered.revision),
      });
    else await forgetDiversityAnswers(ports, unit, participant.key);
    return (await unit.commit()) ? shown(invitationView(programme.value, answered, reader), reader, true) : conflict;
  });
}

/** When somebody who said yes hears where they stand, unless they were asked by then: within ten working days. */
function wordMoment(ports: Pick<Ports, 'isHoliday'>, person: Participant, now: Instant): Instant {
  const { timeZone, country = '' } = person.profile;
  const after = plusWorkingDays(now, wordDays, timeZone, (date) => ports.isHoliday(country, date));
  return nextContactTimeFor(ports, person, after);
}
