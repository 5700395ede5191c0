import { topicFamily } from '../catalogues/topics';
import type { Side } from '../domain/proposal';
import type { Language } from '../language/languages';
import type { OwnSession } from './rules';
import { pairPlanText } from './text/pair-plan-text';
import { agendaParts, juniorMinutes, writtenSessions, type AgendaPart } from './written-sessions';

/** Of whom and for whom a session is worded. */
export interface WordedFor {
  readonly language: Language;
  /** The one for whom it says what to prepare. */
  readonly side: Side;
  /** Names as the programme shows names. */
  readonly mentor: string;
  readonly mentee: string;
  /** Topics of the pair, best first. */
  readonly topics: readonly string[];
}

/** A session of the plan in words. */
export interface SessionWords {
  readonly aim: string;
  /** The aim as it is written, where the two have put their own in its place. */
  readonly writtenAim?: string;
  readonly agenda: readonly { readonly minutes: number; readonly words: string }[];
  /** Of the families of the pair's topics first, then of the session itself. */
  readonly questions: readonly string[];
  readonly prepare: string;
  /** What is there after the session; of a shared project alone. */
  readonly milestone?: string;
}

/** What a session is for, what happens in it, what to ask and what to prepare. */
export function sessionWords({ name, aim }: OwnSession, to: WordedFor): SessionWords {
  const { language, side, mentor, mentee } = to;
  const names = { mentor, mentee };
  const { asks } = writtenSessions[name];
  const families = [...new Set(to.topics.map(topicFamily))];
  const ofTopics = families
    .map((family) => `ask.${family}.${asks}`)
    .filter((key) => pairPlanText.has(key))
    .map((key) => pairPlanText(language, key));
  const milestone = `hour.${name}.milestone`;
  const written = pairPlanText(language, `hour.${name}.aim`, names);
  return {
    aim: aim ?? written,
    ...(aim === undefined ? {} : { writtenAim: written }),
    agenda: agendaParts.map((part) => ({
      minutes: minutesOf(name, part),
      words: pairPlanText(language, part === 'junior' ? part : `hour.${name}.${part}`, names),
    })),
    questions: [...ofTopics, pairPlanText(language, `hour.${name}.question`, names)],
    prepare: pairPlanText(language, `hour.${name}.${side}`, names),
    ...(pairPlanText.has(milestone) ? { milestone: pairPlanText(language, milestone) } : {}),
  };
}

/** Minutes of a part of the agenda. */
export function minutesOf(name: OwnSession['name'], part: AgendaPart): number {
  return part === 'junior' ? juniorMinutes : writtenSessions[name].minutes[part];
}
