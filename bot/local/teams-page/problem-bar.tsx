import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { usePane } from './pane-context';

/** What went wrong with the last thing done here, until it is dismissed. */
export function ProblemBar({
  problem,
  onClose,
}: {
  readonly problem: string | undefined;
  readonly onClose: () => void;
}) {
  const { text } = usePane();
  if (problem === undefined) return null;
  return (
    <MessageBar intent="error" layout="multiline" data-testid="problem">
      <MessageBarBody>{problem}</MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button appearance="transparent" icon={<DismissRegular />} aria-label={text('close')} onClick={onClose} />
        }
      />
    </MessageBar>
  );
}
