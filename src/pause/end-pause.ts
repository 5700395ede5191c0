import { plusDays } from '../kernel/clock';
import type { Stored } from '../kernel/row-store';
import type { Participant, Pause } from '../participant/model';
import type { Occasion, Ports } from '../programme/ports';
import { UnitOfWork } from '../programme/unit-of-work';
import { decentHourFor } from '../session/decent-hour';
import { statusKey } from '../survey/model';
import type { DueWork } from '../work/model';
import { alignPairs } from './align-pair';

const mostRounds = 50;

/**
 * The date of a pause has come: the person is back, reads one card, and their pairs go on. Nothing where they came back before or
 * chose another date. Returns false when another change came first.
 */
export async function endPause(
  ports: Ports,
  programmeId: string,
  due: Stored<DueWork>,
  occasion: Occasion,
): Promise<boolean> {
  const unit = new UnitOfWork(ports, programmeId, occasion, 'pair').remove('due', due);
  const person = await ports.programmes.get(programmeId, 'participant', due.value.ref);
  const pause = person?.value.pause;
  if (person === undefined || pause === undefined || occasion.now < pause.resumesAt) return unit.commit();
  const { pause: _over, ...rest } = person.value;
  const after: Participant = { ...rest, revision: rest.revision + 1 };
  unit.replace('participant', person, after);
  if (after.state === 'withdrawn') return unit.commit();
  unit.say({
    kind: 'pause-over',
    recipient: { to: 'participant', id: person.key },
    subject: {},
    notBefore: decentHourFor(ports, after, occasion.now),
    expiresAt: plusDays(occasion.now, 7),
  });
  await askAgain(ports, unit, after, pause, occasion);
  await alignPairs(ports, unit, after, occasion);
  return unit.commit();
}

/** Surveys that opened while the person was away and still wait for them come now. */
async function askAgain(
  ports: Ports,
  unit: UnitOfWork,
  person: Participant,
  pause: Pause,
  occasion: Occasion,
): Promise<void> {
  const { rows } = await ports.programmes.range(unit.programmeId, 'round', { limit: mostRounds });
  for (const { value: round } of rows) {
    const opened = round.opensAt >= pause.since && round.opensAt <= occasion.now;
    if (round.instrument === 'pulse' || round.state !== 'open' || !opened || round.closesAt <= occasion.now) continue;
    const status = await ports.programmes.get(unit.programmeId, 'status', statusKey(round.id, person.id));
    if (status?.value.state !== 'asked') continue;
    unit.say({
      kind: 'survey',
      recipient: { to: 'participant', id: person.id },
      subject: { surveyRound: round.id },
      notBefore: decentHourFor(ports, person, occasion.now),
      expiresAt: round.closesAt,
    });
  }
}
