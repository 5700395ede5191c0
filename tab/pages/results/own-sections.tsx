import type { ReactNode } from 'react';
import type { ToldOwn, ToldRound } from '../../../src/insight/results-contract';
import { BarRows } from '../../components/bar-rows';
import { DataBehind } from '../../components/data-behind';
import { IntervalRows, type IntervalRow } from '../../components/interval-rows';
import { Section } from '../../components/section';
import { roundName } from '../../lib/round-name';
import { useWords } from '../../lib/words-context';
import { useDecimals } from './use-decimals';
import { useTicks } from './use-ticks';

type Question = ToldOwn['questions'][number];

/** The ends of a scale. */
const [least, most] = [1, 5];

/** What is told of the questions that HR wrote, a part for each question, round by round. */
export function OwnSections({ rounds }: { readonly rounds: readonly ToldRound[] }): ReactNode {
  const questions = new Map(rounds.flatMap(({ own }) => (own?.questions ?? []).map((one) => [one.id, one] as const)));
  return [...questions.values()].map((question) => (
    <OwnSection key={question.id} question={question} rounds={rounds} />
  ));
}

function OwnSection({
  question,
  rounds,
}: {
  readonly question: Question;
  readonly rounds: readonly ToldRound[];
}): ReactNode {
  const { t, insight, format, language } = useWords();
  const decimals = useDecimals();
  const ticks = useTicks();
  const figures = rounds.flatMap(({ round, instrument, own }) => {
    const whose = (side: string): string =>
      t('ladder.row', { side: insight(`side.${side}`), round: roundName({ id: round, instrument }, t) });
    const of = <T extends { readonly measure: string }>(some: readonly T[] = []): readonly T[] =>
      some.filter(({ measure }) => measure === question.id);
    return [{ round, whose, own, of }];
  });
  const choiceWords = (choice: string): string => question.choices?.[Number(choice.slice(1)) - 1]?.[language] ?? choice;
  const levels = figures.flatMap(({ round, whose, own, of }) =>
    of(own?.levels).map(({ side, n, mean, cut }) => ({
      key: [round, side, cut].join('|'),
      cut,
      label: cut === undefined ? whose(side) : t('own.cut', { whose: whose(side), cut }),
      detail: t('changes.people', { n }),
      value: t('levels.value', { mean: decimals.decimal(mean) }),
      share: (mean - least) / (most - least),
    })),
  );
  const wholes = levels.filter(({ cut }) => cut === undefined);
  const changes = figures.flatMap(({ round, whose, own, of }) =>
    of(own?.changes).map(({ side, n, missing, since, change, low, high }): IntervalRow => ({
      key: `${round}|${side}`,
      label: t('own.since', { whose: whose(side), since: roundName({ id: since, instrument: since }, t) }),
      detail: missing === 0 ? t('changes.people', { n }) : t('changes.people-missing', { n, missing }),
      value: t('changes.value', {
        change: decimals.change(change),
        low: decimals.change(low),
        high: decimals.change(high),
      }),
      middle: change,
      low,
      high,
    })),
  );
  const shares = figures.flatMap(({ round, whose, own, of }) =>
    of(own?.shares).flatMap(({ side, n, choices }) =>
      choices.map(({ choice, share, low, high }): IntervalRow => ({
        key: [round, side, choice].join('|'),
        label: t('own.choice', {
          choice: choiceWords(choice),
          whose: whose(side),
        }),
        detail: t('changes.people', { n }),
        value: t('ladder.value', { share: format.share(share), low: format.share(low), high: format.share(high) }),
        middle: share,
        low,
        high,
      })),
    ),
  );
  const promoters = figures.flatMap(({ round, whose, own, of }) =>
    of(own?.promoters).map(({ side, n, score, low, high }): IntervalRow => ({
      key: `${round}|${side}`,
      label: whose(side),
      detail: t('changes.people', { n }),
      value: t('again.value', {
        score: decimals.change(score),
        low: decimals.change(low),
        high: decimals.change(high),
      }),
      middle: score,
      low,
      high,
    })),
  );
  const rows = [...changes, ...shares, ...promoters];
  const words = question.words[language];
  const latest = figures.findLast(({ of, own }) => of(own?.shares).length > 0);
  const [favourite] = (latest?.of(latest.own?.shares) ?? [])
    .flatMap(({ side, choices }) => choices.map((choice) => ({ side, ...choice })))
    .toSorted((one, other) => other.share - one.share);
  const told = promoters.at(-1) ?? wholes.at(-1);
  const title =
    favourite !== undefined && latest !== undefined
      ? t('own.title-choice', {
          share: format.share(favourite.share),
          choice: choiceWords(favourite.choice),
          words,
          whose: latest.whose(favourite.side),
        })
      : told === undefined
        ? words
        : t('own.title', { value: told.value, words, whose: told.label });
  return (
    <Section title={title}>
      {changes.length > 0 && <IntervalRows ticks={ticks.change} mark={0} rows={changes} />}
      {shares.length > 0 && <IntervalRows ticks={ticks.share} rows={shares} />}
      {promoters.length > 0 && <IntervalRows ticks={ticks.promoters} mark={0} rows={promoters} />}
      {levels.length > 0 && <BarRows rows={levels} />}
      <DataBehind
        columns={[insight('column.role'), insight('column.n'), insight('column.value')]}
        rows={[...rows, ...levels].map(({ label, detail = '', value }) => [label, detail, value])}
      />
    </Section>
  );
}
