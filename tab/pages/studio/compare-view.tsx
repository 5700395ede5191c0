import { useState, type ReactNode } from 'react';
import { makeStyles } from '@fluentui/react-components';
import type { DraftDto, DraftListDto, DraftSummaryDto } from '../../../src/draft/api-contract';
import { LabelledSelect } from '../../components/labelled-select';
import { Notice } from '../../components/notice';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { useWords } from '../../lib/words-context';
import { DraftDifferences } from './draft-differences';
import { draftName } from './draft-name';
import { useDraftHead, useDraftList } from './use-draft';

const useStyles = makeStyles({ draft: { flex: '0 1 420px', minWidth: 0 } });

interface Props {
  readonly programmeId: string;
  readonly draft: DraftDto;
  readonly list: DraftListDto;
  readonly drafts: readonly DraftSummaryDto[];
}

/** Another draft beside this one: what was decided differently, and which pairs differ. */
export function CompareView({ programmeId, draft, list, drafts }: Props): ReactNode {
  const styles = useStyles();
  const page = usePageStyles();
  const words = useWords();
  const { t } = words;
  const [wanted, setWanted] = useState('');
  const others = drafts.filter(
    ({ id, state, renewal }) =>
      renewal !== true && id !== draft.id && (state === 'ready' || state === 'publishing' || state === 'published'),
  );
  const other = others.find(({ id }) => id === wanted);
  if (others.length === 0) return <Notice title={t('compare.alone')} text={t('compare.alone-text')} />;
  return (
    <div className={page.page}>
      <div className={page.bar}>
        <div className={styles.draft}>
          <LabelledSelect label={t('compare.with')} value={other?.id ?? ''} onChoose={setWanted}>
            <option value="">{t('compare.choose')}</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                {draftName(one, words)}
              </option>
            ))}
          </LabelledSelect>
        </div>
      </div>
      {other !== undefined && (
        <OtherDraft key={other.id} programmeId={programmeId} draft={draft} list={list} otherId={other.id} />
      )}
    </div>
  );
}

function OtherDraft({
  programmeId,
  draft,
  list,
  otherId,
}: Omit<Props, 'drafts'> & { readonly otherId: string }): ReactNode {
  const head = useDraftHead(programmeId, otherId);
  const pairs = useDraftList(programmeId, otherId, head.value?.revision ?? 0);
  return (
    <ResourceView resource={head}>
      {(other) => (
        <ResourceView resource={pairs}>
          {(otherList) => <DraftDifferences draft={draft} list={list} other={other} otherList={otherList} />}
        </ResourceView>
      )}
    </ResourceView>
  );
}
