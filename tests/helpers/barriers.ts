import { readFileSync } from 'node:fs';
import axe from 'axe-core';
import type { Frame } from './browser';

/** axe as it is sent to a page: less than half of `axe.source`, and the same. */
export const axeScript = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** WCAG 2.2, A and AA. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe looks at: everything, what depends on colours, or what does not. */
export type Looked = 'everything' | 'colours' | 'all but colours';

/** The rules of those tags that depend on colours: axe's category `cat.color`. */
const colours = axe
  .getRules(tags)
  .filter((rule) => rule.tags.includes('cat.color'))
  .map(({ ruleId }) => ruleId);

/**
 * What axe holds against one document, and where. It is loaded once into a document and looks at it alone, so that a page with frames is
 * asked frame by frame; colours that are on their way to another theme have arrived before. Where the document's own origin serves
 * `axeScript`, its address spares sending half a megabyte for each document.
 */
export async function barriersIn(
  frame: Frame,
  looked: Looked = 'everything',
  address?: string,
): Promise<readonly string[]> {
  if (!(await frame.evaluate(() => 'axe' in window))) {
    if (address === undefined) await frame.evaluate(axeScript);
    else await frame.addScriptTag({ url: address });
  }
  return frame.evaluate(
    async (options) => {
      // What turns for ever is not waited for; one change of colour may begin where another has ended.
      const underWay = () =>
        document
          .getAnimations()
          .filter(
            ({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity,
          );
      for (let moving = underWay(); moving.length > 0; moving = underWay())
        await Promise.allSettled(moving.map((animation) => animation.finished));
      const { run } = (window as unknown as { axe: typeof axe }).axe;
      // Fluent’s own marks for the Tab key pass the focus on as soon as they get it.
      const { violations } = await run({ include: document, exclude: ['[data-tabster-dummy]'] }, options);
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes.map(({ target, failureSummary }) => `${target.join(' ')} ${failureSummary ?? ''}`).join(' | ')}`,
      );
    },
    {
      runOnly:
        looked === 'colours' ? { type: 'rule' as const, values: colours } : { type: 'tag' as const, values: tags },
      rules: looked === 'all but colours' ? Object.fromEntries(colours.map((id) => [id, { enabled: false }])) : {},
      resultTypes: ['violations' as const],
      iframes: false,
    },
  );
}
