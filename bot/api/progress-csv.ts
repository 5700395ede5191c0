import { topicName } from '../../src/catalogues/topics';
import type { ProgressPage } from '../../src/hr-page/progress-api-contract';
import { hrPageText } from '../../src/hr-page/text/hr-page-text';
import { roundName } from '../../src/insight/describe-figure';
import type { Language } from '../../src/language/languages';
import { writeCsv } from './csv-cells';

type Line = readonly [what: string, of: string, count: number, outOf?: number];

/** What pairs have come to, one count a line: what is counted, of what, how many, and of how many. */
export function progressCsv(progress: ProgressPage, language: Language): string {
  const say = (key: Parameters<typeof hrPageText>[1]): string => hrPageText(language, key);
  const { months, topics, ways, across, over, rounds } = progress;
  const people = (['invited', 'enrolled', 'paired'] as const).flatMap((step): readonly Line[] => {
    const count = progress[step];
    return count === undefined ? [] : [[say('progress.people'), say(`progress.${step}`), count]];
  });
  const places = (['function', 'site'] as const).flatMap((name): readonly Line[] => {
    const place = across[name];
    return place === undefined ? [] : [[say('progress.across'), say(`progress.${name}`), place.joining, place.of]];
  });
  const lines: readonly Line[] = [
    ...people,
    ...rounds.flatMap((round): readonly Line[] =>
      round.atLeast === undefined
        ? []
        : [
            [
              say('progress.at-least'),
              roundName({ round: round.id, instrument: round.instrument }, language),
              round.atLeast,
            ],
          ],
    ),
    ...months.map(({ number, held, planned }): Line => [
      say('progress.held'),
      hrPageText(language, 'steering.hours-month', { number }),
      held,
      planned,
    ]),
    ...(over === undefined ? [] : [[say('progress.over'), '', over.finished, over.of] as const]),
    ...topics.map(({ topic, pairs }): Line => [say('progress.topic'), topicName(topic, language), pairs]),
    ...ways.map(({ mentor, mentee, pairs }): Line => [say('progress.way'), `${mentee} ← ${mentor}`, pairs]),
    ...places,
  ];
  const heads = (['what', 'which', 'count', 'out-of'] as const).map((column) => say(`progress.column.${column}`));
  return writeCsv([heads, ...lines.map((line) => [line[0], line[1], line[2], line[3]])], language);
}
