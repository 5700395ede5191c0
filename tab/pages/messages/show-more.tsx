import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface Props {
  /** Where the next page begins; absent when everything is shown. */
  readonly next: string | undefined;
  readonly label: string;
  readonly onMore: () => void;
}

/** The button under a list that shows its next page, where there is one. */
export function ShowMore({ next, label, onMore }: Props): ReactNode {
  if (next === undefined) return null;
  return (
    <div>
      <Button onClick={onMore}>{label}</Button>
    </div>
  );
}
