import type { ReactNode } from 'react';
import { useWords } from '../../lib/words-context';
import { PeopleList } from './people-list';
import type { SparePerson } from './spare-places';

interface Props {
  readonly people: readonly SparePerson[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (person: SparePerson, chosen: boolean) => void;
}

/** Who is in a pair of a draft and could have more partners there. */
export function SpareList(props: Props): ReactNode {
  const { t } = useWords();
  const { people } = props;
  if (people.length === 0) return null;
  return (
    <PeopleList {...props} title={t('studio.spare', { count: people.length })} hint={t('studio.spare-hint')}>
      {({ places }) => t('studio.spare-places', { count: places })}
    </PeopleList>
  );
}
