import { formatNumber } from '../language/format-number';
import { localeOf, type Language } from '../language/languages';
import { writeChange } from './write-change';
import type { FollowedObjective } from './results-contract';
import { insightText } from './text/insight-text';

type Told = Pick<NonNullable<FollowedObjective['last']>, 'kind' | 'value'>;

/** Where an objective stands by answers, in the unit of its figure: `3.4 of 5`, `62%`, `+12.0 points`. */
export function writeTold({ kind, value }: Told, language: Language): string {
  return insightText(language, `told.${kind}`, { value: numberOf(kind, value, language) });
}

/** A number in the unit of a plan, which is HR's own word; a share as the language writes it. */
export function writeAmount(value: number, unit: string, language: Language): string {
  const number = formatNumber(value, localeOf[language]);
  return unit === '%'
    ? insightText(language, 'told.share', { value: number })
    : insightText(language, 'told.amount', { value: number, unit });
}

function numberOf(kind: Told['kind'], value: number, language: Language): string {
  const locale = localeOf[language];
  switch (kind) {
    case 'mean':
      return formatNumber(value, locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    case 'share':
      return formatNumber(value, locale, { maximumFractionDigits: 0 });
    case 'promoters':
      return writeChange(value, locale);
  }
}
