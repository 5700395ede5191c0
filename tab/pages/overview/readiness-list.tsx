import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { CheckmarkCircleFilled } from '@fluentui/react-icons/svg/checkmark-circle';
import { CircleRegular } from '@fluentui/react-icons/svg/circle';
import { startedSchema, type Overview } from '../../../src/hr-page/programme-api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { ConfirmButton } from '../../components/confirm-button';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from '../../components/section';
import { TextLink } from '../../components/text-link';
import { useWords } from '../../lib/words-context';
import { AskForPledge } from './ask-for-pledge';
import { CheckReach } from './check-reach';

const useStyles = makeStyles({
  item: { display: 'grid', gridTemplateColumns: '24px minmax(0, 1fr)', columnGap: tokens.spacingHorizontalS },
  done: { color: tokens.colorStatusSuccessForeground1, fontSize: '20px' },
  open: { color: tokens.colorNeutralForeground2, fontSize: '20px' },
});

type Item = Overview['readiness']['items'][number];

/** What enrolment still needs, who can give it, and what HR can do about it here. */
export function ReadinessList({ programme }: { readonly programme: Overview }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const open = useCommand(`/programmes/${programme.id}`);
  const missing = programme.readiness.items.filter((item) => !item.done).length;
  const { total } = programme.counts.participants;
  const complete = total > 0 ? t('readiness.complete') : t('readiness.complete-but');

  async function openEnrolment(): Promise<void> {
    const opened = await open.run({ path: `/programmes/${programme.id}/open`, schema: startedSchema });
    if (opened !== undefined) announce(t('open.started'));
  }

  return (
    <Section title={missing === 0 ? complete : t('readiness.title', { count: missing })}>
      <ul className={page.plain}>
        {programme.readiness.items.map((item, index) => (
          // Several items share a code, one for each objective: their order is fixed.
          <ReadinessLine key={`${item.item}-${index}`} item={item} programme={programme} />
        ))}
        <PeopleLine programmeId={programme.id} total={total} />
      </ul>
      {open.problem !== undefined && <ProblemNotice problem={open.problem} />}
      <div className={page.buttons}>
        <ConfirmButton
          primary
          label={t('open.button')}
          title={t('open.title')}
          confirm={t('open.confirm')}
          disabled={!programme.readiness.ready || open.busy}
          onConfirm={() => void openEnrolment()}
        >
          <p>{t('open.what', { count: programme.counts.participants.reachable })}</p>
          <p>{t('open.after')}</p>
        </ConfirmButton>
      </div>
      {!programme.readiness.ready && <p className={page.quiet}>{t('open.not-yet')}</p>}
    </Section>
  );
}

function ReadinessLine({ item, programme }: { readonly item: Item; readonly programme: Overview }): ReactNode {
  return (
    <Line done={item.done} words={item.words}>
      <Remedy item={item} programme={programme} />
    </Line>
  );
}

/** Enrolment opens without people too, and then invites nobody. */
function PeopleLine({ programmeId, total }: { readonly programmeId: string; readonly total: number }): ReactNode {
  const { t } = useWords();
  const words = total > 0 ? t('readiness.people', { count: total }) : t('readiness.people-missing');
  return (
    <Line done={total > 0} words={words}>
      <div>
        <TextLink to={`/programmes/${programmeId}/import`}>{t('readiness.people-import')}</TextLink>
      </div>
    </Line>
  );
}

interface LineProps {
  readonly done: boolean;
  readonly words: string;
  /** What can be done about it while it is not there. */
  readonly children: ReactNode;
}

function Line({ done, words, children }: LineProps): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <li className={styles.item}>
      {done ? (
        <CheckmarkCircleFilled className={styles.done} aria-label={t('readiness.done')} />
      ) : (
        <CircleRegular className={styles.open} aria-label={t('readiness.open')} />
      )}
      <div className={page.stack}>
        <span>{words}</span>
        {!done && children}
      </div>
    </li>
  );
}

function Remedy({ item, programme }: { readonly item: Item; readonly programme: Overview }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const giver = item.giver === 'sponsor' || item.giver === 'operator' ? item.giver : 'administrator';
  return (
    <>
      <span className={page.small}>{t(`readiness.giver.${giver}`)}</span>
      {item.item === 'pledge' ? (
        <AskForPledge programme={programme} />
      ) : item.item === 'channel-link' ? (
        <>
          <CheckReach programmeId={programme.id} />
          <div>
            <TextLink to={`/programmes/${programme.id}/plan`}>{t('settings.open')}</TextLink>
          </div>
        </>
      ) : (
        <div>
          <TextLink to={`/programmes/${programme.id}/plan`}>{t('readiness.load-plan')}</TextLink>
        </div>
      )}
    </>
  );
}
