import { Template } from 'adaptivecards-templating';
import { CodedError } from '../../../src/kernel/coded-error';

/** A finished card, ready to be an attachment. */
export type CardObject = Readonly<Record<string, unknown>>;

/** What every card says first; `lines` are what happens, who sees it and what comes next: at most three sentences. */
export interface Heading {
  readonly programme?: string;
  readonly title: string;
  readonly lines: readonly string[];
}

/** Fills a card's template with its values and puts its buttons below. */
export type DrawCard<Data extends object> = (top: Heading, data: Data, actions: readonly object[]) => CardObject;

const heading = [
  {
    type: 'Container',
    style: 'emphasis',
    bleed: true,
    items: [
      {
        type: 'TextBlock',
        $when: "${programme != ''}",
        text: '${programme}',
        size: 'Small',
        isSubtle: true,
        wrap: true,
      },
      {
        type: 'TextBlock',
        text: '${title}',
        style: 'heading',
        size: 'Large',
        weight: 'Bolder',
        wrap: true,
        spacing: 'None',
      },
    ],
  },
  { type: 'TextBlock', $data: '${lines}', text: '${text}', wrap: true, spacing: 'Small' },
];

/**
 * Makes a card's template once: the heading that all share, then the card's own body. The returned function fills it.
 * Throws a CodedError `card-binding-missing` when a binding found no value: a person must never read one.
 */
export function defineCard<Data extends object>(body: readonly object[]): DrawCard<Data> {
  const template = new Template({
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    body: [...heading, ...body],
  });
  return (top, data, actions) => {
    const lines = top.lines.filter((line) => line !== '').map((text) => ({ text }));
    const card = template.expand({
      $root: { programme: top.programme ?? '', title: top.title, lines, ...data },
    }) as CardObject;
    refuseLeftovers(card);
    return actions.length === 0 ? card : { ...card, actions };
  };
}

/** A list of label and value; the rows without a value are left out. */
export function facts(
  rows: readonly (readonly [label: string, value: string | undefined])[],
): readonly { readonly label: string; readonly value: string }[] {
  return rows.flatMap(([label, value]) => (value === undefined || value === '' ? [] : [{ label, value }]));
}

/** Body element that shows `facts` bound to the given name, when there are any. */
export function factRows(name: string): object {
  return {
    type: 'FactSet',
    $when: `\${count(${name}) > 0}`,
    spacing: 'Medium',
    facts: [{ $data: `\${${name}}`, title: '${label}', value: '${value}' }],
  };
}

function refuseLeftovers(value: unknown): void {
  if (typeof value === 'string') {
    if (value.includes('${'))
      throw new CodedError('card-binding-missing', 'A card was drawn without one of its values.', {
        text: value.slice(0, 80),
      });
  } else if (Array.isArray(value)) value.forEach(refuseLeftovers);
  else if (typeof value === 'object' && value !== null) Object.values(value).forEach(refuseLeftovers);
}
