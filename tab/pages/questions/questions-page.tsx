import type { ReactNode } from 'react';
import { questionsAnswerSchema } from '../../../src/questions/api-contract';
import { useResource } from '../../api/use-resource';
import { PageHeading } from '../../components/page-heading';
import { usePageStyles } from '../../components/page-styles';
import { ResourceView } from '../../components/resource-view';
import { useProgrammeId } from '../../lib/use-programme-id';
import { useWords } from '../../lib/words-context';
import { QuestionsForm } from './questions-form';

/** What HR asks beside the product, and from how many answers on something is shown. */
export function QuestionsPage(): ReactNode {
  const id = useProgrammeId();
  const page = usePageStyles();
  const { t } = useWords();
  const resource = useResource(`/programmes/${id}/questions`, questionsAnswerSchema);
  return (
    <div className={page.page}>
      <PageHeading title={t('questions.title')} detail={t('questions.detail')} />
      <ResourceView resource={resource}>
        {(stored) => <QuestionsForm key={id} programmeId={id} stored={stored} />}
      </ResourceView>
    </div>
  );
}
