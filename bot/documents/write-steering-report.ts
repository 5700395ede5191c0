import type { WriteSteeringReport } from '../../src/hr-page/read-steering';
import type { Steering } from '../../src/hr-page/steering-api-contract';
import { hrPageText } from '../../src/hr-page/text/hr-page-text';
import type { Language } from '../../src/language/languages';
import { drawMonths, heightOfMonths } from './draw-months';
import { openDocument } from './open-document';
import { createPageWriter, type PageWriter } from './page-writer';

/** A month for whoever runs the programme, as a tagged A4 PDF: decisions wanted, hours, targets, who left or moved. What does not fit goes on to the next page. */
export const writeSteeringReport: WriteSteeringReport = async (steering, { language, now }) => {
  const title = `${steering.name} – ${hrPageText(language, 'steering.title')}`;
  const { document, bytes } = openDocument({ title, language, now });
  writePage(createPageWriter(document, 1), steering, language);
  document.end();
  return bytes;
};

function writePage(
  page: PageWriter,
  { name, date, decisions, hours, targets, moves }: Steering,
  language: Language,
): void {
  const say = (key: Parameters<typeof hrPageText>[1], values?: Readonly<Record<string, string | number>>): string =>
    hrPageText(language, key, values);
  page.heading(1, `${name} – ${say('steering.title')}`);
  page.paragraph(date);
  page.heading(2, say('steering.decisions', { count: decisions.length }));
  if (decisions.length === 0) page.paragraph(say('steering.no-decisions'));
  else page.list(decisions.map(({ words }) => words));
  page.heading(2, hours.words);
  if (hours.planned > 0) {
    makeRoom(page, heightOfMonths(hours.months.length));
    drawMonths(page, {
      heads: [say('steering.month-of-pair'), say('steering.hours-held'), say('steering.hours-planned')],
      picture: say('steering.hours-chart'),
      months: hours.months.map(({ number, ...month }) => ({ name: say('steering.hours-month', { number }), ...month })),
    });
  }
  page.paragraph(say('steering.hours-what'));
  page.heading(2, say('steering.targets', { count: targets.length }));
  page.list(targets.map(({ wording, words }) => [wording, words.at(-1), ...words.slice(0, -1)].join(' ')));
  page.paragraph(say('steering.targets-what'));
  if (moves.length > 0) {
    page.heading(2, say('moves.sheet'));
    page.list(moves);
    page.paragraph(say('moves.what'));
  }
}

/** What is drawn at its own height does not go on to the next page by itself. */
function makeRoom({ document }: PageWriter, height: number): void {
  const end = document.page.height - document.page.margins.bottom;
  if (document.y + height > end) document.addPage();
}
