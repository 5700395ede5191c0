import type { ReactNode } from 'react';
import { makeStyles, tokens } from '@fluentui/react-components';
import { draftChangeSchema, type ChangeDraftBody } from '../../../src/draft/api-contract';
import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { ConfirmButton } from '../../components/confirm-button';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';
import { draftPath } from './use-draft';

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: '4px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBottom: tokens.spacingVerticalM,
  },
  who: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0, flex: '1 1 240px' },
  names: { fontWeight: tokens.fontWeightSemibold, overflowWrap: 'anywhere' },
});

interface Props {
  readonly programmeId: string;
  readonly draftId: string;
  /** Absent where the draft can no longer be changed. */
  readonly revision: number | undefined;
  readonly pair: ListPair;
}

/** Two people who both want to go on, with what they agree on; HR may take them out. */
export function RenewalPair({ programmeId, draftId, revision, pair }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const { t, topic } = useWords();
  const announce = useAnnounce();
  const command = useCommand(`/programmes/${programmeId}/drafts`);
  const names = { mentor: pair.mentor.name, mentee: pair.mentee.name };
  const topics = pair.topics.map(topic).join(', ');

  async function takeOut(): Promise<void> {
    if (revision === undefined) return;
    const body: ChangeDraftBody = { revision, apply: true, remove: [[pair.mentor.id, pair.mentee.id]] };
    const effect = await command.run({
      path: `${draftPath(programmeId, draftId)}/changes`,
      schema: draftChangeSchema,
      body,
    });
    if (effect?.applied === true) announce(t('renewal.out-done'));
  }

  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <span className={styles.names}>{t('draft.pair', names)}</span>
        <span>{t(pair.renews === 'swap' ? 'renewal.swap' : 'renewal.again')}</span>
        {topics !== '' && <span className={page.quiet}>{topics}</span>}
        {command.problem !== undefined && <ProblemNotice problem={command.problem} />}
      </div>
      {revision !== undefined && (
        <ConfirmButton
          label={t('renewal.out')}
          title={t('renewal.out-title', names)}
          confirm={t('renewal.out-confirm')}
          disabled={command.busy}
          onConfirm={() => void takeOut()}
        >
          <p>{t('renewal.out-what', names)}</p>
        </ConfirmButton>
      )}
    </li>
  );
}
