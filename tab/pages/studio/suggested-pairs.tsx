import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { mostSuggested, suggestedPairsSchema } from '../../../src/draft/api-contract';
import { useCommand } from '../../api/use-command';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';
import type { FreePerson, HandMove } from './hand-moves';
import { MoveList, type HandDraft } from './move-list';
import { draftPath } from './use-draft';

interface Props extends HandDraft {
  readonly people: readonly FreePerson[];
}

/** The best pairs that several people who have a place can make among themselves, looked for when asked. */
export function SuggestedPairs({ people, ...draft }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const path = `${draftPath(draft.programmeId, draft.draftId)}/suggestions`;
  const command = useCommand(path);
  const [found, setFound] = useState<{ readonly revision: number; readonly move: HandMove }>();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const person = (id: string): FreePerson => ({ id, name: names.get(id) ?? id, role: '' });

  async function look(): Promise<void> {
    const ids = people.map(({ id }) => id);
    const body = { revision: draft.revision, people: ids };
    const suggested = await command.run({ path, schema: suggestedPairsSchema, body });
    if (suggested === undefined) return;
    const add = suggested.add.map(([mentor, mentee]) => ({ mentor: person(mentor), mentee: person(mentee) }));
    setFound({ revision: suggested.revision, move: { remove: [], add } });
  }

  if (people.length > mostSuggested)
    return <p className={page.quiet}>{t('studio.hand-many', { most: mostSuggested })}</p>;
  const fresh = found?.revision === draft.revision ? found.move : undefined;
  return (
    <>
      {command.problem !== undefined && <ProblemNotice problem={command.problem} />}
      {fresh === undefined ? (
        <div>
          <Button disabled={command.busy} onClick={() => void look()}>
            {t('studio.hand-suggest', { count: people.length })}
          </Button>
        </div>
      ) : (
        <p className={page.text} role="status">
          {t('studio.hand-suggested', { count: fresh.add.length })}
        </p>
      )}
      {fresh !== undefined && fresh.add.length > 0 && <MoveList {...draft} moves={[{ move: fresh }]} />}
    </>
  );
}
