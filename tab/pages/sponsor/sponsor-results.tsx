import type { ReactNode } from 'react';
import { resultsSchema } from '../../../src/insight/results-contract';
import { useResource } from '../../api/use-resource';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { useWords } from '../../lib/words-context';
import { AgainSection } from '../results/again-section';
import { ChangeSection } from '../results/change-section';
import { ExportResults } from '../results/export-results';
import { ObjectiveSection } from '../results/objective-section';
import { ProgressPictures } from '../results/progress-pictures';
import { ShareSections } from '../results/share-sections';

/** What answers and pairs have come to in the whole programme, as HR reads it too, and the same as files. */
export function SponsorResults({ programmeId }: { readonly programmeId: string }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const resource = useResource(`/programmes/${programmeId}/results`, resultsSchema);
  return (
    <>
      <ResourceView resource={resource}>
        {({ rounds, objectives, thresholds: { scores } }) => {
          const closing = rounds.find(({ instrument }) => instrument === 'closing');
          return (
            <>
              <ObjectiveSection objectives={objectives} />
              {closing !== undefined && <ChangeSection changes={closing.changes} title="changes.title" />}
              <ShareSections rounds={rounds} />
              <AgainSection rounds={rounds} />
              <ProgressPictures programmeId={programmeId} />
              <Section title={t('sponsor.files')}>
                <p className={page.quiet}>{t('results.privacy', { scores, guarded: Math.max(10, scores) })}</p>
                <div className={page.buttons}>
                  <ExportResults programmeId={programmeId} />
                </div>
              </Section>
            </>
          );
        }}
      </ResourceView>
    </>
  );
}
