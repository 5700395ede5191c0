import type { ReactNode } from 'react';
import { progressSchema, type ProgressPage } from '../../../src/hr-page/progress-api-contract';
import { useResource } from '../../api/use-resource';
import { BarRows } from '../../components/bar-rows';
import { DataBehind } from '../../components/data-behind';
import { IntervalRows } from '../../components/interval-rows';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { roundName } from '../../lib/round-name';
import { useWords } from '../../lib/words-context';
import { MonthSection } from './month-section';
import { useTicks } from './use-ticks';

/** Every pair is looked at for it. */
const period = 60_000;

interface Props {
  readonly progress: ProgressPage;
}

/** What pairs have come to, as pictures: from the invitation to the last answer, month by month, by topic, and whether it can be run again. */
export function ProgressPictures({ programmeId }: { readonly programmeId: string }): ReactNode {
  const resource = useResource(`/programmes/${programmeId}/progress`, progressSchema, period);
  return (
    <ResourceView resource={resource}>
      {(progress) => (
        <>
          <MonthSection progress={progress} />
          <ResponseFunnel progress={progress} />
          <FinishedSection progress={progress} />
          <TopicSection progress={progress} />
          <WaySection progress={progress} />
          <AcrossSection progress={progress} />
        </>
      )}
    </ResourceView>
  );
}

/** From the people invited to those who answered the last survey; of answers at least how many. */
function ResponseFunnel({ progress: { invited, enrolled, paired, rounds } }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const steps = [
    ...(['invited', 'enrolled', 'paired'] as const).map((step) => ({
      label: t(`progress.step.${step}`),
      count: { invited, enrolled, paired }[step],
      atLeast: false,
    })),
    ...rounds
      .filter(({ instrument }) => !['pulse', 'waiting', 'follow-up'].includes(instrument))
      .toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))
      .map((round) => ({
        label: t('progress.step.answered', { round: roundName(round, t) }),
        count: round.atLeast,
        atLeast: true,
      })),
  ].flatMap(({ count, ...step }) => (count === undefined ? [] : [{ ...step, count }]));
  if (enrolled === undefined || enrolled === 0) return null;
  // People who wait are asked at the start where they are asked at the end.
  const asksWaiting = rounds.some(({ instrument }) => instrument === 'waiting');
  const most = Math.max(...steps.map(({ count }) => count));
  const words = (step: (typeof steps)[number]): string =>
    step.atLeast ? t('progress.at-least', { count: format.number(step.count) }) : format.number(step.count);
  return (
    <Section title={t('progress.funnel', { enrolled, paired: paired ?? 0 })}>
      <BarRows rows={steps.map((step) => ({ label: step.label, value: words(step), share: step.count / most }))} />
      <p className={page.quiet}>{t('progress.funnel-what', { waiting: asksWaiting ? 'yes' : 'no' })}</p>
      <DataBehind
        columns={[t('progress.step'), t('progress.people')]}
        rows={steps.map((step) => [step.label, words(step)])}
      />
    </Section>
  );
}

/** Whether a programme can be run again with the same result: who went through it. */
function FinishedSection({ progress: { over } }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const ticks = useTicks();
  if (over === undefined) return null;
  const share = over.finished / over.of;
  const value = t('ladder.value', {
    share: format.share(share),
    low: format.share(over.low),
    high: format.share(over.high),
  });
  return (
    <Section title={t('progress.over', { finished: over.finished, of: over.of })}>
      <p className={page.quiet}>{t('progress.over-what')}</p>
      <IntervalRows
        ticks={ticks.share}
        rows={[
          { key: 'finished', label: t('progress.over-label'), value, middle: share, low: over.low, high: over.high },
        ]}
      />
      <DataBehind
        columns={[t('progress.over-label'), t('progress.of'), t('results.interval')]}
        rows={[[format.number(over.finished), format.number(over.of), value]]}
      />
    </Section>
  );
}

/** What pairs work on; topics of few pairs are not told. */
function TopicSection({ progress: { topics } }: Props): ReactNode {
  const page = usePageStyles();
  const { t, topic, format } = useWords();
  const [first] = topics;
  if (first === undefined) return null;
  return (
    <Section title={t('progress.topics', { topic: topic(first.topic), pairs: first.pairs })}>
      <BarRows
        rows={topics.map(({ topic: id, pairs }) => ({
          label: topic(id),
          value: format.number(pairs),
          share: pairs / first.pairs,
        }))}
      />
      <p className={page.quiet}>{t('progress.topics-what')}</p>
      <DataBehind
        columns={[t('progress.topic'), t('progress.pairs'), ...(first.held === undefined ? [] : [t('progress.held')])]}
        rows={topics.map(({ topic: id, pairs, held }) => [
          topic(id),
          format.number(pairs),
          ...(held === undefined ? [] : [format.number(held)]),
        ])}
      />
    </Section>
  );
}

/** Who learned from whom, by their functions. */
function WaySection({ progress: { ways } }: Props): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const [first] = ways;
  if (first === undefined) return null;
  return (
    <Section title={t('progress.ways', { junior: first.mentor, senior: first.mentee, pairs: first.pairs })}>
      <BarRows
        rows={ways.map(({ mentor, mentee, pairs }) => ({
          label: t('progress.way', { junior: mentor, senior: mentee }),
          value: format.number(pairs),
          share: pairs / first.pairs,
        }))}
      />
      <p className={page.quiet}>{t('progress.ways-what')}</p>
      <DataBehind
        columns={[t('progress.learns'), t('progress.shares'), t('progress.pairs')]}
        rows={ways.map(({ mentor, mentee, pairs }) => [mentee, mentor, format.number(pairs)])}
      />
    </Section>
  );
}

/** How many pairs join two functions, or two sites. */
function AcrossSection({ progress: { across } }: Props): ReactNode {
  const { t, format } = useWords();
  const told = (['function', 'site'] as const).flatMap((name) => {
    const place = across[name];
    return place === undefined || place.of === 0 ? [] : [{ ...place, name, label: t(`progress.across.${name}`) }];
  });
  const [first] = told;
  if (first === undefined) return null;
  const words = ({ joining, of }: (typeof told)[number]): string =>
    t('progress.of-pairs', { joining: format.number(joining), of: format.number(of) });
  return (
    <Section title={t('progress.across', { joining: first.joining, of: first.of, place: first.name })}>
      <BarRows
        rows={told.map((place) => ({ label: place.label, value: words(place), share: place.joining / place.of }))}
      />
      <DataBehind
        columns={[t('progress.place'), t('progress.pairs')]}
        rows={told.map((place) => [place.label, words(place)])}
      />
    </Section>
  );
}
