/**
 * An input with its label. Clients below 1.3 know no labels and would show a question without its words: they get the
 * label as a text above the input.
 */
export function labelledInput(label: string, input: Readonly<Record<string, unknown>>): object {
  return {
    ...input,
    label,
    requires: { adaptiveCards: '1.3' },
    fallback: {
      type: 'Container',
      items: [{ type: 'TextBlock', text: label, wrap: true }, input],
    },
  };
}
