import type { ReactNode } from 'react';
import type { Overview, ToDo } from '../../../src/hr-page/programme-api-contract';
import { usePageStyles } from '../../components/page-styles';
import { Section } from '../../components/section';
import { TextLink } from '../../components/text-link';
import { useWords } from '../../lib/words-context';

/** Where each item is seen to; absent where it is seen to on this page. */
const pages: Readonly<Partial<Record<ToDo['item'], string>>> = {
  channel: 'plan',
  renewals: 'pairing',
  publish: 'pairing',
  draft: 'pairing',
  'needs-a-time': 'pairs?health=needs-a-time',
  'work-stopped': 'jobs',
  'messages-failed': 'messages',
  unreached: 'messages',
  link: 'people',
};

/** What needs a hand, the most pressing first, each with the way to it; nothing where nothing does. */
export function ToDoList({ programme }: { readonly programme: Overview }): ReactNode {
  const page = usePageStyles();
  const { t, format } = useWords();
  const { toDo } = programme;
  if (toDo.length === 0) return null;
  return (
    <Section title={t('to-do.title', { count: toDo.length })}>
      <ul className={page.list}>
        {toDo.map(({ item, count, until, reminded, atLeast }) => {
          const to = pages[item];
          const key = item === 'not-enrolled' && reminded === true ? 'not-enrolled-reminded' : item;
          const bound = atLeast === true ? 'least' : 'exact';
          const words = t(`to-do.${key}`, { count, bound, date: until === undefined ? '' : format.date(until) });
          return (
            <li key={item}>
              {to === undefined ? words : <TextLink to={`/programmes/${programme.id}/${to}`}>{words}</TextLink>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
