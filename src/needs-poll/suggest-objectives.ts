import { topicFamily, topicName } from '../catalogues/topics';
import type { PollResult } from '../domain/needs-poll';
import type { Objective, ProgrammePlan } from '../domain/programme-contract';
import { byLanguage } from '../language/languages';
import { needsPollText } from './text/needs-poll-text';

/** An objective that follows from something a poll tells. */
export interface SuggestedObjective {
  /** `learn:` and the topic, or `take-part`. */
  readonly finding: string;
  readonly objective: Objective;
}

/** Of the topics in demand the first so many become objectives. */
const mostTopics = 3;

const kindOfFamily: Readonly<Record<string, Objective['kind']>> = {
  ai: 'digital-skills',
  'digital-tools': 'digital-skills',
  'data-and-security': 'digital-skills',
  'social-media': 'digital-skills',
  culture: 'understanding-a-generation',
  work: 'agility',
  leadership: 'agility',
  sustainability: 'sustainability',
  inclusion: 'inclusion',
  careers: 'careers',
};

/**
 * What a plan can take from a poll: an objective for each of the three most wanted topics, followed by the confidence that mentees state in the surveys, whose
 * baseline and target stay HR's to set; and one for the people who would take part, from none to as many. Units are words of the programme's first language.
 */
export function suggestObjectives(
  { topics, takePart = [] }: PollResult,
  { languages: [language = 'fr'] }: Pick<ProgrammePlan, 'languages'>,
): readonly SuggestedObjective[] {
  const wanted = topics.filter(({ learn }) => learn !== undefined).slice(0, mostTopics);
  const yes = takePart.find(({ of }) => of.length === 1 && of[0] === 'yes');
  return [
    ...wanted.map(({ topic }): SuggestedObjective => ({
      finding: `learn:${topic}`,
      objective: {
        kind: kindOfFamily[topicFamily(topic)] ?? 'own',
        wording: byLanguage((one) => needsPollText(one, 'objective.learn', { topic: topicName(topic, one) })),
        measure: byLanguage((one) => needsPollText(one, 'objective.learn-measure')),
        unit: needsPollText(language, 'objective.learn-unit'),
        measuredBy: { measure: 'confidence', side: 'mentee' },
      },
    })),
    ...(yes === undefined
      ? []
      : [
          {
            finding: 'take-part',
            objective: {
              kind: 'own',
              wording: byLanguage((one) => needsPollText(one, 'objective.take-part')),
              measure: byLanguage((one) => needsPollText(one, 'objective.take-part-measure')),
              unit: needsPollText(language, 'objective.take-part-unit'),
              baseline: 0,
              target: yes.people,
            },
          } as const,
        ]),
  ];
}

/** Whether the plan has it, whatever HR has set of it since. */
export function hasObjective({ objectives }: Pick<ProgrammePlan, 'objectives'>, { wording }: Objective): boolean {
  return objectives.some((known) => known.wording.fr === wording.fr && known.wording.en === wording.en);
}
