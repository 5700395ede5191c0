import type { Rehearsal } from './rehearsal-contract';
import { rehearsalWords } from './rehearsal-words';
import type { Language } from '../../../src/language/languages';

/** The rehearsal as one self-contained HTML page, French and English side by side: each figure has a picture and a table. */
export function rehearsalPage(rehearsal: Rehearsal, story: readonly string[]): string {
  const name = escapeHtml(rehearsal.programme.name.en);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${name}</title><style>${style}</style></head>
<body><main>${section(rehearsal, story, 'en')}${section(rehearsal, story, 'fr')}</main></body></html>
`;
}

function section(r: Rehearsal, story: readonly string[], language: Language): string {
  const words = rehearsalWords[language];
  const number = (value: number): string => new Intl.NumberFormat(language).format(value);
  const asked = r.surveys.reduce((sum, survey) => sum + survey.asked, 0);
  const answered = r.surveys.reduce((sum, survey) => sum + survey.answered, 0);
  const share = new Intl.NumberFormat(language, { style: 'percent' }).format(asked === 0 ? 0 : answered / asked);
  const { messages } = r;
  const lead = words.lead({
    participants: r.participants,
    pairs: r.pairs,
    held: r.sessions.held,
    planned: r.sessions.planned,
    missed: r.sessions.missed,
  });
  const seconds = number(Math.round(r.milliseconds / 1000));
  const funnel = [r.people.inFile, r.people.reachable, r.people.invited, r.participants, r.participants - r.unpaired];
  const fates = [
    messages.sent,
    messages.cancelled,
    messages.skipped,
    messages.blocked,
    messages.ambiguous,
    messages.failed,
    messages.queued,
    messages.dead,
  ];
  const best = Math.max(0, ...r.months.map((month) => month.held));
  return `<section lang="${language}">
<p class="dates">${date(r.programme.start, language)} – ${date(r.programme.end, language)}</p>
<h1>${escapeHtml(words.title(r.programme.name[language]))}</h1>
<p class="lead">${lead}</p><p class="how">${words.how(r.programme.seed, seconds)}</p>
<h2>${words.funnel(r.participants, r.people.inFile)}</h2>
${bars(
  words.steps.map((label, index) => ({ label, value: funnel[index] ?? 0 })),
  number,
)}
<h2>${words.months(best)}</h2>
${columns(r, words.month)}
${table(
  words.monthColumns,
  r.months.map((month) =>
    [month.month, month.planned, month.held, month.missed, month.messages, month.channelPosts].map(number),
  ),
)}
<h2>${words.surveys(share)}</h2>
${table(
  words.surveyColumns,
  r.surveys.map((survey) => [
    words.surveyRound(survey.surveyRound),
    number(survey.asked),
    number(survey.answered),
    number(survey.skipped),
  ]),
)}
<h2>${words.messages(messages.sent, messages.mostInOneMonth)}</h2>
${table(
  words.fateColumns,
  words.fates.map((fate, index) => [fate, number(fates[index] ?? 0)]),
)}
${language === 'en' ? `<h2>${words.story}</h2><ul>${story.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>` : ''}
</section>`;
}

function bars(
  items: readonly { readonly label: string; readonly value: number }[],
  number: (value: number) => string,
): string {
  const most = Math.max(1, ...items.map((item) => item.value));
  const row = (item: { label: string; value: number }): string =>
    `<tr><th scope="row">${item.label}</th><td class="bar"><span style="width:${String(Math.round((100 * item.value) / most))}%"></span></td><td class="figure">${number(item.value)}</td></tr>`;
  return `<table class="bars">${items.map(row).join('')}</table>`;
}

/** One column per month: held below, missed above, as a picture; the table under it says the same. */
function columns(r: Rehearsal, word: string): string {
  const most = Math.max(1, ...r.months.map((month) => month.planned));
  const height = 120;
  const scale = (value: number): number => Math.round((height * value) / most);
  const column = (month: Rehearsal['months'][number], index: number): string => {
    const held = scale(month.held);
    const other = scale(month.planned) - held;
    const x = 20 + index * 80;
    return `<rect class="held" x="${String(x)}" y="${String(20 + height - held)}" width="48" height="${String(held)}"/><rect class="open" x="${String(x)}" y="${String(20 + height - held - other)}" width="48" height="${String(other)}"/><text x="${String(x + 24)}" y="${String(40 + height)}">${word} ${String(month.month)}</text><text class="value" x="${String(x + 24)}" y="${String(14 + height - held - other)}">${String(month.held)}/${String(month.planned)}</text>`;
  };
  return `<svg viewBox="0 0 ${String(20 + r.months.length * 80)} 175" aria-hidden="true">${r.months.map(column).join('')}</svg>`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const cells = (row: readonly string[]): string =>
    row
      .map((cell, index) => (index === 0 ? `<th scope="row">${escapeHtml(cell)}</th>` : `<td>${escapeHtml(cell)}</td>`))
      .join('');
  return `<div class="wide"><table><thead><tr>${head.map((cell) => `<th scope="col">${cell}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</tbody></table></div>`;
}

function date(at: string, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(at));
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

const style = `:root{color-scheme:light dark;--ink:#242424;--soft:#616161;--paper:#fff;--line:#e0e0e0;--held:#5b5fc7;--open:#c7c9f5}
@media(prefers-color-scheme:dark){:root{--ink:#f5f5f5;--soft:#adadad;--paper:#1f1f1f;--line:#3d3d3d;--held:#9299f7;--open:#3d3e78}}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 "Segoe UI",system-ui,sans-serif}
main{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,30rem),1fr));gap:3rem;max-width:76rem;margin:0 auto;padding:2rem 1rem}
h1{font-size:1.8rem;line-height:1.2;margin:.2rem 0 1rem}h2{font-size:1.1rem;margin:2.2rem 0 .6rem}
.dates{color:var(--soft);margin:0}.lead{font-size:1.2rem}.how,li{color:var(--soft)}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}th,td{padding:.3rem .5rem;text-align:right;border-bottom:1px solid var(--line);font-weight:400}
th:first-child{text-align:left}thead th{color:var(--soft);font-size:.85rem}.wide{overflow-x:auto}
.bars td,.bars th{border:0}.bars th{white-space:nowrap}.bar{width:60%;padding:0}.bar span{display:block;height:1.1rem;background:var(--held);border-radius:3px}
svg{width:100%;max-width:32rem;height:auto}.held{fill:var(--held)}.open{fill:var(--open)}text{fill:var(--soft);font-size:12px;text-anchor:middle}.value{fill:var(--ink);font-weight:600}`;
