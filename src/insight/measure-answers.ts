import { groupByQuestion } from './group-by-question';
import { isTold } from '../privacy/small-groups';
import { compareWithWaiting, type Comparison } from './statistics/compare-with-waiting';
import { measureChange, type Change } from './statistics/measure-change';
import type { ClusteredPair } from './statistics/measure-clustered-change';
import { measureShare, type Share } from './statistics/measure-share';
import { scorePromoters, type Promoters } from './statistics/score-promoters';
import { hiddenFigure, type Figure } from './statistics/told-figure';
import type { Answer, QuestionKind } from './read-questions';

type Role = Answer['role'];

export interface MeasuredAnswers {
  /** Of participants, a line for each question and role. */
  readonly measures: readonly { readonly question: string; readonly role: Role; readonly figure: Figure<Change> }[];
  readonly proportions: readonly { readonly name: string; readonly figure: Figure<Share> }[];
  readonly promoters: Figure<Promoters>;
  /** The question of the promoters; absent where the file has none. */
  readonly promotersOf?: string;
  /** Against those who waited, where there are some. */
  readonly comparisons: readonly {
    readonly question: string;
    readonly role: Role;
    readonly figure: Figure<Comparison>;
  }[];
}

/**
 * The figures of a file of answers. Changes are of people who gave both answers in the same role; who gave one is missing. Shares and promoters
 * are of participants, both roles together: of the closing under the question's name, of the baseline with `, baseline` after it.
 */
export function measureAnswers(answers: readonly Answer[], kinds: ReadonlyMap<string, QuestionKind>): MeasuredAnswers {
  const of = (kind: QuestionKind): readonly string[] =>
    [...kinds].filter(([, own]) => own === kind).map(([name]) => name);
  const byQuestion = groupByQuestion(answers);
  const given = (question: string): readonly Answer[] => byQuestion.get(question) ?? [];
  const scales = of('scale').flatMap((question) =>
    (['mentor', 'mentee'] as const).flatMap((role) => {
      const own = given(question).filter((answer) => answer.role === role);
      const [participants, waiting] = (['participant', 'waiting'] as const).map((group) =>
        joinAnswers(own.filter((answer) => answer.group === group)),
      ) as [JoinedAnswers, JoinedAnswers];
      return [{ question, role, participants, waiting }];
    }),
  );
  const promotersOf = of('promoters').includes('again') ? 'again' : of('promoters')[0];
  const recommended = given(promotersOf ?? '').filter(
    ({ survey, group }) => survey === 'closing' && group === 'participant',
  );
  return {
    measures: scales
      .filter(({ participants }) => participants.pairs.length + participants.missing > 0)
      .map(({ question, role, participants: { pairs, missing } }) => ({
        question,
        role,
        figure: measureChange(pairs, missing),
      })),
    proportions: of('share').flatMap((question) =>
      (['baseline', 'closing'] as const).flatMap((survey) => {
        const own = given(question).filter((answer) => answer.survey === survey && answer.group === 'participant');
        if (own.length === 0) return [];
        const name = survey === 'closing' ? question : `${question}, ${survey}`;
        const yes = own.filter(({ value }) => value === 1).length;
        return [{ name, figure: isOfEnough(own) ? measureShare(yes, own.length, 0) : hiddenFigure }];
      }),
    ),
    promoters: isOfEnough(recommended)
      ? scorePromoters(
          recommended.map(({ value }) => value),
          0,
        )
      : hiddenFigure,
    ...(promotersOf === undefined ? {} : { promotersOf }),
    comparisons: scales
      .filter(({ participants, waiting }) => participants.pairs.length > 0 && waiting.pairs.length > 0)
      .map(({ question, role, participants, waiting }) => ({
        question,
        role,
        figure: compareWithWaiting(participants.pairs, waiting.pairs, participants.missing + waiting.missing),
      })),
  };
}

/** Somebody with both roles answers twice and is one person. */
function isOfEnough(answers: readonly Answer[]): boolean {
  return isTold(new Set(answers.map(({ person }) => person)).size);
}

interface JoinedAnswers {
  readonly pairs: readonly ClusteredPair[];
  readonly missing: number;
}

/** Each person's two answers to one question in one role, and how many gave one of them. */
function joinAnswers(answers: readonly Answer[]): JoinedAnswers {
  const byPerson = new Map<string, { before?: number; after?: number }>();
  for (const { person, survey, value } of answers) {
    const own = byPerson.get(person) ?? {};
    byPerson.set(person, survey === 'baseline' ? { ...own, before: value } : { ...own, after: value });
  }
  // A file of answers does not say who shares a partner.
  const pairs = [...byPerson].flatMap(([cluster, { before, after }]) =>
    before === undefined || after === undefined ? [] : [{ before, after, cluster }],
  );
  return { pairs, missing: byPerson.size - pairs.length };
}
