import { memo, useState, type ReactNode } from 'react';
import { Button, Checkbox, makeStyles, tokens } from '@fluentui/react-components';
import type { DraftListPair as ListPair } from '../../../src/domain/draft';
import { usePageStyles } from '../../components/page-styles';
import { StatusTag } from '../../components/status-tag';
import { useWords } from '../../lib/words-context';
import { ToHandPanel } from './hand-panel';
import { PairReasons } from './pair-reasons';
import { WithdrawPair } from './withdraw-pair';

const useStyles = makeStyles({
  row: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    paddingBottom: tokens.spacingVerticalM,
  },
  plain: { gridTemplateColumns: 'minmax(0, 1fr)' },
  inside: { display: 'grid', gap: tokens.spacingVerticalXS, minWidth: 0, paddingTop: tokens.spacingVerticalXS },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: '2px 16px' },
  names: { fontWeight: tokens.fontWeightSemibold, minWidth: 0, overflowWrap: 'anywhere' },
  points: { fontVariantNumeric: 'tabular-nums', color: tokens.colorNeutralForeground2 },
  marks: { display: 'flex', flexWrap: 'wrap', gap: '4px 8px', alignItems: 'center' },
  foot: {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: '4px 16px',
  },
  why: { flex: '1 1 240px', minWidth: 0 },
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2, width: 'fit-content' },
});

export interface PairActions {
  readonly choose: (pair: ListPair, chosen: boolean) => void;
  readonly lock: (pair: ListPair, locked: boolean) => void;
  readonly apart: (pair: ListPair, apart: boolean) => void;
}

interface Props {
  readonly programmeId: string;
  readonly draftId: string;
  readonly revision: number;
  readonly pair: ListPair;
  readonly locked: boolean;
  readonly apart: boolean;
  readonly chosen: boolean;
  /** Its proposal went out. */
  readonly published: boolean;
  /** Absent where the draft can no longer be changed. */
  readonly actions: PairActions | undefined;
}

/** One pair of a draft: who, their points, the reasons on demand, and what HR can decide about it. */
export const PairRow = memo(function PairRow(props: Props): ReactNode {
  const { pair, locked, apart, chosen, actions } = props;
  const styles = useStyles();
  const page = usePageStyles();
  const { t, topic } = useWords();
  const [open, setOpen] = useState(false);
  const names = { mentor: pair.mentor.name, mentee: pair.mentee.name };
  const topics = pair.topics.map(topic).join(', ');
  return (
    <li className={actions === undefined ? `${styles.row} ${styles.plain}` : styles.row}>
      {actions !== undefined && (
        <Checkbox
          checked={chosen}
          aria-label={t('studio.of-pair', { what: t('studio.hand-choose'), ...names })}
          onChange={(_event, { checked }) => {
            actions.choose(pair, checked === true);
          }}
        />
      )}
      <div className={styles.inside}>
        {chosen && (
          <div>
            <ToHandPanel />
          </div>
        )}
        <div className={styles.head}>
          <span className={styles.names}>{t('draft.pair', names)}</span>
          <span className={styles.points}>{t('draft.points', { points: pair.score })}</span>
        </div>
        {topics !== '' && <div>{topics}</div>}
        {(locked || apart || pair.byHand === true) && (
          <div className={styles.marks}>
            {locked && <StatusTag tone="good">{t('studio.locked')}</StatusTag>}
            {apart && <StatusTag tone="attention">{t('studio.apart')}</StatusTag>}
            {pair.byHand === true && <StatusTag tone="plain">{t('studio.by-hand')}</StatusTag>}
          </div>
        )}
        <div className={styles.foot}>
          <details
            className={styles.why}
            onToggle={(event) => {
              setOpen(event.currentTarget.open);
            }}
          >
            <summary className={styles.summary}>{t('studio.reasons')}</summary>
            {open && <PairReasons {...props} />}
          </details>
          {props.published && <WithdrawPair programmeId={props.programmeId} pair={pair} />}
          {actions !== undefined && (
            <div className={page.buttons}>
              <Button
                size="small"
                aria-label={t('studio.of-pair', { what: t(locked ? 'studio.unlock' : 'studio.lock'), ...names })}
                onClick={() => {
                  actions.lock(pair, !locked);
                }}
              >
                {t(locked ? 'studio.unlock' : 'studio.lock')}
              </Button>
              <Button
                size="small"
                aria-label={t('studio.of-pair', { what: t(apart ? 'studio.rejoin' : 'studio.part'), ...names })}
                onClick={() => {
                  actions.apart(pair, !apart);
                }}
              >
                {t(apart ? 'studio.rejoin' : 'studio.part')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </li>
  );
});
