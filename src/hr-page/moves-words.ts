import { formatNumber } from '../language/format-number';
import { localeOf, type Language } from '../language/languages';
import type { MoveFigure, MovesPage } from './moves-api-contract';
import { hrPageText } from './text/hr-page-text';

/** Who left and who moved as sentences of a report, one a figure that is told: both shares with their people, and the difference in whole points with its interval. */
export function movesWords({ told }: Pick<MovesPage, 'told'>, language: Language): readonly string[] {
  const locale = localeOf[language];
  const share = (value: number): string => formatNumber(value, locale, { style: 'percent', maximumFractionDigits: 0 });
  const points = (value: number): string =>
    formatNumber(100 * value, locale, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
  return told.map((figure) => {
    const { participants, waiting, difference } = figure;
    return hrPageText(language, 'moves.line', {
      measure: moveWords(figure, language),
      participants: share(participants.share),
      people: participants.n,
      waiting: share(waiting.share),
      others: waiting.n,
      value: points(difference.value),
      low: points(difference.low),
      high: points(difference.high),
    });
  });
}

/** `Left the company, 6 months after the start, people under thirty` */
export function moveWords({ what, months, group }: MoveFigure, language: Language): string {
  return hrPageText(language, `moves.${what}`, { months, group });
}
