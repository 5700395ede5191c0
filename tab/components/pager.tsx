import type { ReactNode } from 'react';
import { Button } from '@fluentui/react-components';
import { useWords } from '../lib/words-context';
import { usePageStyles } from './page-styles';

interface Props {
  /** What is paged through, for those who hear the page. */
  readonly label: string;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  readonly onPage: (page: number) => void;
}

/** The way through a long list, a page at a time; nothing where one page holds it. */
export function Pager({ label, page: shown, pages, onPage }: Props): ReactNode {
  const page = usePageStyles();
  const { t } = useWords();
  if (pages <= 1) return null;
  return (
    <nav aria-label={t('pager.label', { list: label })} className={page.bar} style={{ alignItems: 'center' }}>
      <Button
        disabledFocusable={shown === 0}
        onClick={() => {
          onPage(shown - 1);
        }}
      >
        {t('pager.before')}
      </Button>
      <span aria-live="polite">{t('pager.page', { page: shown + 1, pages })}</span>
      <Button
        disabledFocusable={shown >= pages - 1}
        onClick={() => {
          onPage(shown + 1);
        }}
      >
        {t('pager.after')}
      </Button>
    </nav>
  );
}
