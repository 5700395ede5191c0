import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { useWords } from '../../lib/words-context';

/** Id of the panel that says what the ticked pairs and people allow. */
export const handPanelId = 'change-by-hand';

/** The next stop of the keyboard after a box that is ticked: the panel stands at the end of the page, a hundred stops away. */
export function ToHandPanel(): ReactNode {
  const { t } = useWords();
  return (
    <Button
      size="small"
      data-to-hand-panel
      onClick={() => {
        document.getElementById(handPanelId)?.focus();
      }}
    >
      {t('studio.to-panel')}
    </Button>
  );
}

/** Gives the focus back to the list when the panel goes: to the box of the first row that was ticked. */
export function focusChosen(): void {
  const row = document.querySelector('[data-to-hand-panel]')?.closest('li');
  row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.focus();
}
