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
import { MovesSections } from '../results/moves-section';
import { ObjectiveSection } from '../results/objective-section';
import { PilotSection } from '../results/pilot-section';
import { PrivacyNote } from '../results/privacy-note';
import { ProgressPictures } from '../results/progress-pictures';
import { ResultGroup, type GroupName } from '../results/result-group';
import { ShareSections } from '../results/share-sections';

/** What answers and pairs have come to in the whole programme, the most of what HR reads of it; their files hold every figure but those of groups. */
export function SponsorResults({ programmeId }: { readonly programmeId: string }): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const resource = useResource(`/programmes/${programmeId}/results`, resultsSchema);
  return (
    <ResourceView resource={resource}>
      {({ rounds, objectives, thresholds }) => {
        const closing = rounds.find(({ instrument }) => instrument === 'closing');
        const hasChanges =
          objectives.length > 0 || closing !== undefined || rounds.some(({ choices }) => choices.length > 0);
        const groups: readonly GroupName[] = [
          ...(hasChanges ? (['changed'] as const) : []),
          ...(rounds.some(({ promoters }) => promoters.length > 0) ? (['said'] as const) : []),
          'pairs',
        ];
        const parts: Readonly<Partial<Record<GroupName, ReactNode>>> = {
          changed: (
            <>
              <ObjectiveSection objectives={objectives} />
              <PilotSection programmeId={programmeId} />
              {closing !== undefined && <ChangeSection changes={closing.changes} title="changes.title" />}
              <ShareSections rounds={rounds} />
              <MovesSections programmeId={programmeId} />
            </>
          ),
          said: <AgainSection rounds={rounds} />,
          pairs: <ProgressPictures programmeId={programmeId} />,
        };
        return (
          <>
            {groups.map((group) => (
              <ResultGroup key={group} group={group}>
                {parts[group]}
              </ResultGroup>
            ))}
            <Section title={t('sponsor.files')}>
              <PrivacyNote thresholds={thresholds} />
              <div className={page.buttons}>
                <ExportResults programmeId={programmeId} />
              </div>
            </Section>
          </>
        );
      }}
    </ResourceView>
  );
}
