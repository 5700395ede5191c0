import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { useLocation } from 'wouter';
import { planAnswerSchema } from '../../../src/hr-page/programme-api-contract';
import { useResource } from '../../api/use-resource';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { Section } from '../../components/section';
import { saveFile } from '../../lib/save-file';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { PlanLoader } from '../programme/plan-loader';
import { PlanSettingsForm } from './plan-settings';

/** What may change at any time, by hand, or the programme's whole file; saving needs the version that was read, so that nobody's changes are lost. */
export function PlanPage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t } = useWords();
  const [, navigate] = useLocation();
  const plan = useResource(`/programmes/${id}/plan`, planAnswerSchema);
  return (
    <div className={page.page}>
      <PageHeading title={t('plan.title')} detail={t('settings.detail')} />
      <ResourceView resource={plan}>
        {(stored) => (
          <>
            <PlanSettingsForm plan={stored.plan} version={stored.version} />
            <Section title={t('plan.file')}>
              <p className={page.quiet}>{t('plan.detail')}</p>
            </Section>
            <PlanLoader existing={{ id, version: stored.version }} onSaved={() => navigate(`/programmes/${id}`)} />
            <div>
              <Button
                onClick={() => {
                  saveFile(
                    new Blob([JSON.stringify(stored.plan, null, 2)], { type: 'application/json' }),
                    `${id}.json`,
                  );
                }}
              >
                {t('plan.download')}
              </Button>
            </div>
          </>
        )}
      </ResourceView>
    </div>
  );
}
