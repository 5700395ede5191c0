/**
 * An input with its label. Clients below 1.3 know no labels and would show a question without its words: they get the
 * label as a text above the input, with `text` in its place where the label is what somebody typed.
 */
export function labelledInput(label: string, input: Readonly<Record<string, unknown>>, text = label): object {
  return {
    ...input,
    label,
    requires: { adaptiveCards: '1.3' },
    fallback: {
      type: 'Container',
      items: [{ type: 'TextBlock', text, wrap: true }, input],
    },
  };
}
