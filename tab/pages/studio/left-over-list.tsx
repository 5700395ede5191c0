import type { ReactNode } from 'react';
import type { DraftListPerson as ListPerson } from '../../../src/domain/draft';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';
import { PeopleList } from './people-list';
import { useDraftPage } from './use-draft';

interface Props {
  readonly programmeId: string;
  readonly draftId: string;
  readonly revision: number;
  /** There was nobody to choose from. */
  readonly hadNobody: boolean;
  readonly people: readonly ListPerson[];
  readonly chosen: ReadonlySet<string>;
  /** Absent where the draft can no longer be changed. */
  readonly onChoose: ((person: ListPerson, chosen: boolean) => void) | undefined;
}

/** Who has no pair in a draft, and why. */
export function LeftOverList({ people, hadNobody, chosen, onChoose, ...draft }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  if (people.length === 0)
    return <p className={page.quiet}>{t(hadNobody ? 'studio.left-nobody' : 'studio.left-none')}</p>;
  return (
    <PeopleList title={t('draft.left', { count: people.length })} people={people} chosen={chosen} onChoose={onChoose}>
      {(person) => <LeftOverReasons {...draft} person={person} />}
    </PeopleList>
  );
}

function LeftOverReasons({
  programmeId,
  draftId,
  revision,
  person,
}: Pick<Props, 'programmeId' | 'draftId' | 'revision'> & { readonly person: ListPerson }): ReactNode {
  const page = usePageStyles();
  const { t, language } = useWords();
  const shown = useDraftPage(programmeId, draftId, person.partNumber, revision);
  const reasons = shown.value?.unpaired.find((left) => left.person.id === person.id)?.reasons;
  if (reasons !== undefined) return <span>{reasons.map((reason) => reason[language]).join(' ')}</span>;
  if (shown.problem !== undefined)
    return <ProblemNotice problem={shown.problem} onRetry={() => void shown.refresh()} />;
  return <span className={page.small}>{t('studio.left-loading')}</span>;
}
