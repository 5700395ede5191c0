/* The longest that others wait for an answer of the server while it reads a file of people: a large one, and those that ask for more than they may. */
import { setTimeout as pause } from 'node:timers/promises';
import { performance } from 'node:perf_hooks';
import { strToU8, zipSync } from 'fflate';
import { openBenchStage } from './bench-stage.mjs';
import { compared, median } from './compare.mjs';

/** What the others may wait, in milliseconds. */
const promised = 200;
const pauseBetween = 5;

export async function run({ rounds, quick }) {
  const stage = await openBenchStage({ open: false });
  try {
    const results = [];
    for (const [name, file] of Object.entries(files(quick))) {
      const longest = [];
      const spent = [];
      // The first round is not counted.
      for (let round = -1; round < (quick ? 1 : rounds); round++) {
        const measured = await besideReading(stage, file);
        if (round < 0) continue;
        longest.push(measured.longest);
        spent.push(measured.spent);
      }
      results.push(
        compared(`the longest answer of others while ${name} is read (${String(Math.round(median(spent)))} ms)`, {
          ours: Math.max(...longest),
          otherCost: promised,
          other: 'what is promised',
          unit: 'ms',
          limit: 1,
        }),
      );
    }
    return results;
  } finally {
    await stage.close();
  }
}

/** Sends a file and asks the server for a sign of life until the answer is there. */
async function besideReading(stage, { fileName, bytes }) {
  const body = { fileName, contentBase64: Buffer.from(bytes).toString('base64') };
  let done = false;
  const started = performance.now();
  // What is refused answers with a problem: that is an answer too.
  const reading = stage
    .api('POST', `/programmes/${stage.sample.plan.id}/people/check`, body)
    .catch(() => undefined)
    .then(() => {
      done = true;
    });
  let longest = 0;
  while (!done) {
    const asked = performance.now();
    await (await fetch(`${stage.server.url}/healthz`)).text();
    longest = Math.max(longest, performance.now() - asked);
    await pause(pauseBetween);
  }
  await reading;
  return { longest, spent: performance.now() - started };
}

function files(quick) {
  const count = quick ? 200 : 20_000;
  const people = Array.from(
    { length: count },
    (_, at) =>
      `E${String(at)};Ada ${String(at)};p${String(at)}@x.example;${at % 2 === 0 ? 'mentor' : 'mentee'};fr;Europe/Paris;Excel, Python;IA\n`,
  );
  const goals = (person) =>
    Array.from({ length: quick ? 40 : 400 }, (_, at) => `jardin ${String(at)} de ${String(person)}`).join(', ');
  const csv = (text) => ({ fileName: 'people.csv', bytes: Buffer.from(text) });
  const xlsx = (sheet) => ({
    fileName: 'people.xlsx',
    bytes: zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" sheetId="1"/></sheets></workbook>'),
      'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet}</sheetData></worksheet>`),
    }),
  });
  return {
    [`a file of ${String(count)} people`]: csv(
      `id;name;email;role;languages;time zone;expertise;goals\n${people.join('')}`,
    ),
    'a cell in the last place of a sheet': xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    'a megabyte of blank lines': csv('\n'.repeat(quick ? 10_000 : 1_000_000)),
    'a cell of 60 million spaces': xlsx(`<row><c t="str"><v>${' '.repeat(quick ? 100_000 : 60_000_000)}</v></c></row>`),
    '400 people with 400 goals each': csv(
      `id;name;role;goals\n${Array.from({ length: quick ? 40 : 400 }, (_, at) => `${String(at)};Ada;mentee;${goals(at)}\n`).join('')}`,
    ),
    '49,999 rows that are too short': csv(
      `id;name;role\n${Array.from({ length: quick ? 500 : 49_999 }, (_, at) => `${String(at)};A\n`).join('')}`,
    ),
  };
}
