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

  async function openEnrolment(): Promise<void> {
    const opened = await open.run({ path: `/programmes/${programme.id}/open`, schema: startedSchema });
    if (opened !== undefined) announce(t('open.started'));
  }

  return (
    <Section title={missing === 0 ? t('readiness.complete') : t('readiness.title', { count: missing })}>
      <ul className={page.plain}>
        {programme.readiness.items.map((item, index) => (
          // Several items share a code, one for each objective: their order is fixed.
          <ReadinessLine key={`${item.item}-${index}`} item={item} programmeId={programme.id} />
        ))}
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
          <p>{t('open.what', { count: programme.counts.participants.total })}</p>
          <p>{t('open.after')}</p>
        </ConfirmButton>
      </div>
      {!programme.readiness.ready && <p className={page.quiet}>{t('open.not-yet')}</p>}
    </Section>
  );
}

function ReadinessLine({ item, programmeId }: { readonly item: Item; readonly programmeId: string }): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t } = useWords();
  return (
    <li className={styles.item}>
      {item.done ? (
        <CheckmarkCircleFilled className={styles.done} aria-label={t('readiness.done')} />
      ) : (
        <CircleRegular className={styles.open} aria-label={t('readiness.open')} />
      )}
      <div className={page.stack}>
        <span>{item.words}</span>
        {!item.done && <Remedy item={item} programmeId={programmeId} />}
      </div>
    </li>
  );
}

function Remedy({ item, programmeId }: { readonly item: Item; readonly programmeId: string }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const giver = item.giver === 'sponsor' || item.giver === 'operator' ? item.giver : 'administrator';
  return (
    <>
      <span className={page.small}>{t(`readiness.giver.${giver}`)}</span>
      {item.item === 'pledge' ? (
        <AskForPledge programmeId={programmeId} />
      ) : item.item === 'channel-link' ? (
        <CheckReach programmeId={programmeId} />
      ) : (
        <div>
          <TextLink to={`/programmes/${programmeId}/plan`}>{t('readiness.load-plan')}</TextLink>
        </div>
      )}
    </>
  );
}
