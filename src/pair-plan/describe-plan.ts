import type { Instant } from '../kernel/clock';
import type { Language } from '../language/languages';
import { hasHeard } from '../domain/pair-ending-rules';
import type { PairReading } from '../domain/pair-vault';
import type { Ports } from '../domain/ports';
import { sideOf } from '../domain/proposal-rules';
import type { Member } from '../member/load-member';
import { shownName } from '../member/reader';
import { loadPair } from '../pair/load-pair';
import type { MyPlan, MyPlanSession } from './api-contract';
import { loadSessions } from './load-sessions';
import { maySwap, pastSessions } from './rules';
import { readPlan } from './read-plan';
import { sessionWords } from './session-words';
import { pairPlanText } from './text/pair-plan-text';

/** The plan of a pair as one of its two people reads it; undefined for anybody else, and once they have heard that the pair has ended. */
export async function describePlan(
  ports: Ports<'programmes'> & PairReading,
  { programme: { value: programme }, participant }: Member,
  pairId: string,
  now: Instant,
  language: Language,
): Promise<MyPlan | undefined> {
  const programmeId = programme.id;
  const [people, ending] = await Promise.all([
    loadPair(ports, programmeId, pairId, [participant]),
    ports.programmes.get(programmeId, 'pair-ending', pairId),
  ]);
  const side = people === undefined ? undefined : sideOf(people.pair.value, participant?.key ?? '');
  if (people === undefined || side === undefined || hasHeard(ending?.value, side)) return undefined;
  const pair = people.pair.value;
  if (pair.state === 'ended' || people[side].value.state === 'withdrawn') return undefined;
  const [plan, sessions] = await Promise.all([
    readPlan(ports, programme, pair),
    loadSessions(ports, programmeId, pairId),
  ]);
  const { culture, format } = programme.plan;
  const past = pastSessions(sessions, now);
  const mayChange = pair.state === 'active' && programme.state !== 'closed';
  const to = {
    language,
    side,
    mentor: shownName(people.mentor.value.profile.name, culture),
    mentee: shownName(people.mentee.value.profile.name, culture),
    topics: pair.topics,
  };
  const numbers = plan.sessions.map((_, index) => index + 1);
  const next = pair.state === 'active' ? numbers.find((number) => !past.has(number)) : undefined;
  return {
    ...(format === 'shared-project' ? { project: projectWords(language) } : {}),
    ...(next === undefined ? {} : { current: next }),
    sessions: plan.sessions.map((session, index): MyPlanSession => {
      const number = index + 1;
      const { agenda, questions, ...words } = sessionWords(session, to);
      const ref = { programmeId, pairId, revision: plan.revision, number };
      return {
        number,
        isPast: past.has(number),
        ...words,
        agenda: [...agenda],
        questions: [...questions],
        actions: [
          ...(mayChange && !past.has(number) ? [{ verb: 'plan/aim', ...ref, words: session.aim ?? '' } as const] : []),
          ...(mayChange && maySwap(number, number + 1, plan.sessions.length, past)
            ? [{ verb: 'plan/swap', ...ref, with: number + 1 } as const]
            : []),
        ],
      };
    }),
  };
}

function projectWords(language: Language): NonNullable<MyPlan['project']> {
  return {
    question: pairPlanText(language, 'project.question'),
    deliverable: pairPlanText(language, 'project.deliverable'),
    demo: pairPlanText(language, 'project.demo'),
  };
}
