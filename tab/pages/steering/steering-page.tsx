import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons/svg/arrow-download';
import { steeringSchema, type Decision, type Steering } from '../../../src/hr-page/steering-api-contract';
import type { ShownProblem } from '../../api/api-client';
import { useApi } from '../../api/api-context';
import { useResource } from '../../api/use-resource';
import { useAnnounce } from '../../components/announcer';
import { DataBehind } from '../../components/data-behind';
import { MonthColumns } from '../../components/month-columns';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { StatusTag } from '../../components/status-tag';
import { TextLink } from '../../components/text-link';
import { saveFile } from '../../lib/save-file';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';

/** Where each decision is taken, below the programme; absent on the overview. */
const places: Readonly<Partial<Record<Decision, string>>> = {
  channel: '/plan',
  renewals: '/pairing',
  publish: '/pairing',
  draft: '/pairing',
  'without-partner': '/pairing',
  'needs-a-time': '/pairs?health=needs-a-time',
  quiet: '/pairs?health=quiet',
  'work-stopped': '/jobs',
  'messages-failed': '/messages',
  unreached: '/messages',
  link: '/people',
  behind: '/results',
};

/** Every pair is looked at for it. */
const period = 60_000;

interface BodyProps {
  readonly programmeId: string;
  readonly steering: Steering;
}

/** A month on one page: what to decide, hours against those planned, targets, who left or moved, and the same as a file. */
export function SteeringPage(): ReactNode {
  const id = useProgrammeId();
  const resource = useResource(`/programmes/${id}/steering`, steeringSchema, period);
  return (
    <ResourceView resource={resource}>
      {(steering) => <SteeringBody programmeId={id} steering={steering} />}
    </ResourceView>
  );
}

function SteeringBody({ programmeId, steering }: BodyProps): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <div className={page.page}>
      <PageHeading
        title={t('steering.title')}
        detail={steering.date}
        actions={<TakeReport programmeId={programmeId} />}
      />
      <Decisions programmeId={programmeId} steering={steering} />
      <Hours steering={steering} />
      <Targets steering={steering} />
      <Moves steering={steering} />
    </div>
  );
}

function TakeReport({ programmeId }: Pick<BodyProps, 'programmeId'>): ReactNode {
  const { t, language } = useWords();
  const { client } = useApi();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ShownProblem>();
  const take = async (): Promise<void> => {
    setBusy(true);
    const answer = await client.file(`/programmes/${programmeId}/steering.pdf?language=${language}`);
    setBusy(false);
    setProblem(answer.kind === 'problem' ? answer.problem : undefined);
    if (answer.kind !== 'value') return;
    saveFile(answer.value, `${programmeId}-steering.pdf`);
    announce(t('steering.taken'));
  };
  return (
    <>
      <Button
        appearance="primary"
        icon={<ArrowDownloadRegular aria-hidden />}
        disabled={busy}
        onClick={() => void take()}
      >
        {t('steering.take')}
      </Button>
      {problem !== undefined && <ProblemNotice problem={problem} />}
    </>
  );
}

function Decisions({ programmeId, steering: { decisions } }: BodyProps): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <Section title={t('steering.decisions', { count: decisions.length })}>
      {decisions.length === 0 ? (
        <p className={page.quiet}>{t('steering.no-decisions')}</p>
      ) : (
        <ul className={page.list}>
          {decisions.map(({ decision, words }) => (
            <li key={decision}>
              <TextLink to={`/programmes/${programmeId}${places[decision] ?? ''}`}>{words}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Hours({ steering: { hours } }: Pick<BodyProps, 'steering'>): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const months = hours.months.map(({ number, held, planned }) => ({
    name: t('steering.month', { number }),
    value: planned === 0 ? '–' : t('steering.hours-of', { held: format.number(held), planned: format.number(planned) }),
    held,
    planned,
  }));
  return (
    <Section title={hours.words}>
      <p className={page.quiet}>{t('steering.hours-what')}</p>
      {hours.planned > 0 && (
        <>
          <MonthColumns
            months={months}
            alternative={months.map(({ name, value }) => t('steering.hours-alternative', { name, value })).join(', ')}
            legend={{ held: t('steering.held'), planned: t('steering.planned') }}
          />
          <DataBehind
            columns={[t('steering.month-of-pair'), t('steering.held'), t('steering.planned')]}
            rows={months.map(({ name, held, planned }) => [name, format.number(held), format.number(planned)])}
          />
        </>
      )}
    </Section>
  );
}

const tones = {
  reached: 'good',
  'on-the-way': 'plain',
  behind: 'attention',
  'not-told': 'plain',
  otherwise: 'plain',
} as const;

function Targets({ steering: { targets } }: Pick<BodyProps, 'steering'>): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const reached = targets.filter(({ state }) => state === 'reached').length;
  return (
    <Section title={t('steering.targets', { reached, count: targets.length })}>
      <p className={page.quiet}>{t('steering.targets-what')}</p>
      <ol className={page.list}>
        {targets.map(({ wording, state, words }) => (
          <li key={wording}>
            <div className={page.stack}>
              <span>{wording}</span>
              <span>
                <StatusTag tone={tones[state]}>{words.at(-1)}</StatusTag>
              </span>
              {words.slice(0, -1).map((line) => (
                <span key={line} className={page.small}>
                  {line}
                </span>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Moves({ steering: { moves } }: Pick<BodyProps, 'steering'>): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  if (moves.length === 0) return null;
  return (
    <Section title={t('steering.moves')}>
      <ul className={page.list}>
        {moves.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className={page.quiet}>{t('steering.moves-what')}</p>
    </Section>
  );
}
