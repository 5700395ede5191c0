import { topicName } from '../../src/catalogues/topics';
import type { Language } from '../../src/language/languages';
import type { NeedsPollAnswer } from '../../src/needs-poll/api-contract';
import { needsPollText } from '../../src/needs-poll/text/needs-poll-text';
import { writeCsv } from './csv-cells';

const columns = ['poll', 'question', 'answer', 'people', 'asked'] as const;

/** One line for each total that is told, the newest poll first; what is not told has no line. */
export function needsPollCsv({ polls }: Pick<NeedsPollAnswer, 'polls'>, language: Language): string {
  const lines = polls.flatMap(({ closesOn, invited, result }) =>
    result === undefined
      ? []
      : [
          ...(result.takePart ?? []).map(({ of, people }) => [
            closesOn,
            needsPollText(language, 'file.take-part'),
            of.map((cell) => needsPollText(language, `file.${cell}`)).join(' / '),
            people,
            invited,
          ]),
          ...(['learn', 'teach'] as const).flatMap((question) =>
            result.topics.flatMap(({ topic, [question]: people }) =>
              people === undefined
                ? []
                : [
                    [
                      closesOn,
                      needsPollText(language, `file.${question}`),
                      topicName(topic, language),
                      people,
                      invited,
                    ],
                  ],
            ),
          ),
        ],
  );
  return writeCsv([columns.map((column) => needsPollText(language, `file.${column}`)), ...lines], language);
}
