import { Temporal } from 'temporal-polyfill';
import { plusDays, type Instant } from '../kernel/clock';
import { instantText, monthWindow, monthWindows } from '../calendar/month-window';
import { secondReminder, type SurveyRound } from '../domain/survey';
import { ownInstrumentOf } from '../domain/survey-pages';
import type { Programme } from '../domain/programme';
import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { retryOnConflict, conflict, UnitOfWork } from '../domain/unit-of-work';
import { hourAfterMonth } from './find-hour-after-month';
import { sponsorReportFrom } from './plan-sponsor-report';

const reminderHour = 10;
const closingDays = 21;
const followUpDays = 90;
/** Put to everybody on a day; the others come with a pair or a session. */
const opensLater: ReadonlySet<SurveyRound['instrument']> = new Set(['midpoint', 'closing', 'waiting', 'follow-up']);
/** Until then whoever enrols in time has had a proposal, and most who get a pair have one. */
const waitingDays = 14;

/**
 * The first published draft starts the programme: its months begin, survey rounds, channel reminders and the end fall due.
 * Later drafts change nothing here.
 */
export async function planProgramme(
  ports: Ports<Saving | 'holidayFrom'>,
  programmeId: string,
  context: UseCaseContext,
): Promise<void> {
  await retryOnConflict(async () => {
    const programme = await ports.programmes.get(programmeId, 'programme', 'programme');
    if (programme === undefined || programme.value.state !== 'enrolling') return true;
    const { plan } = programme.value;
    const begins = beginning(programme.value, context.now);
    const unit = new UnitOfWork(ports, programmeId, context, 'system')
      .replace('programme', programme, {
        ...programme.value,
        state: 'running',
        beginsAt: begins,
        revision: programme.value.revision + 1,
      })
      .project({ type: 'programme-entry' })
      .recordChange('programme-started');
    for (const round of surveyRounds(programme.value, begins, context.now)) {
      unit
        .insert('survey-round', round.id, round)
        .schedule({ kind: 'survey-close', at: round.closesAt, ref: round.id, occurrence: '' });
      if (opensLater.has(round.instrument)) {
        unit.schedule({ kind: 'survey-open', at: round.opensAt, ref: round.id, occurrence: '' });
        unit.schedule({ kind: 'survey-remind', at: plusDays(round.opensAt, 7), ref: round.id, occurrence: '' });
        unit.schedule({
          kind: 'survey-remind',
          at: plusDays(round.closesAt, -3),
          ref: round.id,
          occurrence: secondReminder,
        });
      }
    }
    if (asksWaiting(plan))
      unit.schedule({ kind: 'survey-open', at: plusDays(begins, waitingDays), ref: 'baseline', occurrence: '' });
    for (const [index] of monthWindows(begins, plan.timeZone, plan.months).entries())
      unit.schedule({
        kind: 'channel-remind',
        at: hourAfterMonth(ports, plan, { begins, number: index + 1, hour: reminderHour }),
        ref: String(index + 1),
        occurrence: '',
      });
    unit.schedule(sponsorReportFrom(ports, plan, { begins, first: 1, now: context.now }));
    unit.schedule({
      kind: 'programme-close',
      at: programmeEnd(programme.value, begins),
      ref: programmeId,
      occurrence: '',
    });
    return (await unit.commit()) ? true : conflict;
  });
}

/** The planned day at 9:00 in the programme's zone, or now where that has passed. */
function beginning(programme: Programme, now: Instant): Instant {
  const { startsOn, timeZone } = programme.plan;
  const planned = instantText(
    Temporal.PlainDate.from(startsOn).toZonedDateTime({ timeZone, plainTime: '09:00' }).toInstant(),
  );
  return planned > now ? planned : now;
}

/** The end that follows from the plan; undefined before the first publication. */
export function plannedEnd(programme: Programme): Instant | undefined {
  return programme.beginsAt === undefined ? undefined : programmeEnd(programme, programme.beginsAt);
}

/** Six weeks after the last month, so that late pairs end in peace. */
function programmeEnd(programme: Programme, begins: Instant): Instant {
  return plusDays(monthWindow(begins, programme.plan.timeZone, programme.plan.months).end, 42);
}

/** Without a start nothing that they answer at the end could be compared. */
function asksWaiting({ surveys }: Programme['plan']): boolean {
  return surveys !== undefined && surveys.waiting && surveys.baseline && surveys.closing;
}

function surveyRounds(programme: Programme, begins: Instant, now: Instant): readonly SurveyRound[] {
  const { plan } = programme;
  const end = monthWindow(begins, plan.timeZone, plan.months).end;
  const half = monthWindow(begins, plan.timeZone, Math.ceil(plan.months / 2)).end;
  const rounds: SurveyRound[] = [];
  const add = (
    wanted: boolean | undefined,
    id: string,
    instrument: SurveyRound['instrument'],
    opensAt: Instant,
    closesAt: Instant,
  ): void => {
    if (wanted !== true) return;
    const own = ownInstrumentOf(plan.surveys, instrument);
    const state = opensAt <= now ? 'open' : 'planned';
    rounds.push({ id, instrument, opensAt, closesAt, state, ...(own === undefined ? {} : { own }), revision: 1 });
  };
  add(plan.surveys?.baseline, 'baseline', 'baseline', now, plusDays(begins, 45));
  for (const [index, window] of monthWindows(begins, plan.timeZone, plan.months).entries())
    add(plan.surveys?.pulse, `pulse-${String(index + 1)}`, 'pulse', now, plusDays(window.end, 42));
  add(plan.surveys?.midpoint, 'midpoint', 'midpoint', half, plusDays(half, closingDays));
  add(plan.surveys?.closing, 'closing', 'closing', plusDays(end, -7), plusDays(end, closingDays));
  add(asksWaiting(plan), 'waiting', 'waiting', plusDays(end, -7), plusDays(end, closingDays));
  const after = plusDays(end, followUpDays);
  add(plan.surveys?.followUp, 'follow-up', 'follow-up', after, plusDays(after, closingDays));
  return rounds;
}
