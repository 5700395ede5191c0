import { useState, type ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { draftChangeSchema } from '../../../src/draft/api-contract';
import { useCommand } from '../../api/use-command';
import { useAnnounce } from '../../components/announcer';
import { usePageStyles } from '../../components/page-styles';
import { ProblemNotice } from '../../components/problem-notice';
import { useWords } from '../../lib/words-context';
import type { HandMove } from './hand-moves';
import { bodyOf } from './move-list';
import { draftPath } from './use-draft';

interface Props {
  readonly programmeId: string;
  readonly draftId: string;
  /** As the change left it. */
  readonly revision: number;
  readonly move: HandMove;
  readonly onUndone: () => void;
}

/** Takes back the last change by hand, as long as the draft is as it left it. */
export function UndoChange({ programmeId, draftId, revision, move, onUndone }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  const announce = useAnnounce();
  const undo = useCommand(`/programmes/${programmeId}/drafts`);
  const [refused, setRefused] = useState(false);

  async function send(): Promise<void> {
    const { remove, add } = bodyOf(move);
    const effect = await undo.run({
      path: `${draftPath(programmeId, draftId)}/changes`,
      schema: draftChangeSchema,
      body: { revision, apply: true, remove: add, add: remove },
    });
    if (effect === undefined) return;
    setRefused(!effect.applied);
    if (!effect.applied) return;
    announce(t('studio.undone'));
    onUndone();
  }

  return (
    <div className={page.stack}>
      {undo.problem !== undefined && <ProblemNotice problem={undo.problem} />}
      {refused && <p className={page.quiet}>{t('studio.undo-refused')}</p>}
      <div>
        <Button disabled={undo.busy} onClick={() => void send()}>
          {t('studio.undo')}
        </Button>
      </div>
    </div>
  );
}
