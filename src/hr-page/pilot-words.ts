import type { PilotCondition } from '../domain/pilot-contract';
import { insightText } from '../insight/text/insight-text';
import { formatNumber } from '../language/format-number';
import { localeOf, type Language } from '../language/languages';
import type { ToldPilot } from './pilot-api-contract';
import { hrPageText } from './text/hr-page-text';
import type { WeighedCondition, WeighedPilot } from './weigh-pilot';

type Unit = 'share' | 'mean' | 'points' | 'change';

/** The rule and what it comes to, in the reader's language; numbers with the decimals they are weighed by. */
export function pilotWords({ outcome, conditions }: WeighedPilot, language: Language): ToldPilot {
  const count = (wanted: WeighedCondition['state']): number =>
    conditions.filter(({ state }) => state === wanted).length;
  return {
    outcome,
    title: hrPageText(language, `pilot.title-${outcome}`, {
      total: conditions.length,
      failed: count('not-met'),
      untold: count('not-told'),
    }),
    words: hrPageText(language, `pilot.words-${outcome}`),
    conditions: conditions.map((weighed) => ({
      state: weighed.state,
      says: hrPageText(language, `pilot.state-${weighed.state}`),
      words: conditionWords(weighed.condition, language),
      found: foundWords(weighed, language),
      atLeast: weighed.condition.atLeast,
      ...(weighed.figure ?? {}),
    })),
  };
}

function conditionWords(condition: PilotCondition, language: Language): string {
  const least = amountOf(condition.atLeast, unitOf(condition), language);
  if (condition.by === 'hours' || condition.by === 'pairs')
    return hrPageText(language, `pilot.by-${condition.by}`, { least });
  return hrPageText(language, `pilot.by-${condition.by}`, {
    least,
    measure: insightText(language, `measure.${condition.measure}`),
    side: insightText(language, `side.${condition.side}`),
  });
}

function foundWords({ condition, state, figure }: WeighedCondition, language: Language): string {
  if (figure === undefined) return hrPageText(language, state === 'open' ? 'pilot.found-open' : 'pilot.found-none');
  const { n, value, low, high } = figure;
  const unit = unitOf(condition);
  // Points are said once, before the interval.
  const end = (one: number): string => (unit === 'share' ? amountOf : numberOf)(one, unit, language);
  return hrPageText(language, 'pilot.found', {
    value: amountOf(value, unit, language),
    of: hrPageText(language, `pilot.of-${condition.by}`, { n }),
    interval:
      low === undefined || high === undefined
        ? ''
        : hrPageText(language, 'pilot.interval', { low: end(low), high: end(high) }),
  });
}

function unitOf(condition: PilotCondition): Unit {
  if (condition.by === 'change') return 'change';
  if (condition.by !== 'answers') return 'share';
  switch (condition.measure) {
    case 'again':
      return 'points';
    case 'tool-use':
    case 'contacts-function':
    case 'contacts-site':
      return 'share';
    default:
      return 'mean';
  }
}

function amountOf(value: number, unit: Unit, language: Language): string {
  return hrPageText(language, `pilot.amount-${unit}`, { value: numberOf(value, unit, language) });
}

function numberOf(value: number, unit: Unit, language: Language): string {
  return formatNumber(value, localeOf[language], {
    minimumFractionDigits: unit === 'mean' || unit === 'change' ? 2 : 0,
    maximumFractionDigits: 2,
    ...(unit === 'points' || unit === 'change' ? { signDisplay: 'exceptZero' as const } : {}),
  });
}
