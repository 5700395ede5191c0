import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { themes } from '../../tab/lib/theme';

/** What is drawn to be told apart: bars, steps of a pair's months, the timeline. */
const charts = [
  'bar-rows',
  'before-after-rows',
  'interval-rows',
  'month-columns',
  'month-steps',
  'paired-bars',
  'programme-timeline',
];
const card = 'colorNeutralBackground1';

/** The colours of lines and areas in a component, by the names of its tokens; text has a test of its own. */
function coloursIn(component: string): readonly string[] {
  const source = readFileSync(join(__dirname, `../../tab/components/${component}.tsx`), 'utf8');
  const drawn = [...source.matchAll(/(?:border|backgroundColor|backgroundImage): (`[^`]*`|tokens\.\w+)/gu)];
  return [
    ...new Set(
      drawn.flatMap(([, what = '']) => [...what.matchAll(/tokens\.(color\w+)/gu)].map(([, name]) => name ?? '')),
    ),
  ];
}

function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe.each(Object.entries(themes))('in the %s theme', (_name, theme) => {
  const colour = (token: string): string =>
    String(theme[token as keyof typeof theme]).replace(/^#([\da-f])([\da-f])([\da-f])$/iu, '#$1$1$2$2$3$3');

  it.each(charts)('every line and area of %s can be told from its card: 3 to 1 at least', (component) => {
    const drawn = coloursIn(component).filter((token) => token !== card);
    expect(drawn.length).toBeGreaterThan(0);
    const weak = drawn
      .map((token) => [token, colour(token), contrast(colour(token), colour(card))] as const)
      .filter(([, , ratio]) => !(ratio >= 3));
    expect(weak).toEqual([]);
  });
});
