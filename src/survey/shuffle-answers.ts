import type { SurveyAnswers } from '../domain/survey-ports';
import { readAll } from '../kernel/read-all';
import type { Write } from '../kernel/row-store';
import type { Ports } from '../domain/ports';
import type { AnswerRows } from '../domain/rows';
import { retryOnConflict, conflict } from '../domain/unit-of-work';
import { answerPartition } from './pseudonym';

const batch = 50;

/** Rewrites every answer of a closed round in an order drawn from a fresh key, so that the store's own times tell nothing of the presses. */
export async function shuffleAnswers(
  ports: Ports<'secrets'> & SurveyAnswers,
  programmeId: string,
  roundId: string,
): Promise<void> {
  await retryOnConflict(() => rewrite(ports, answerPartition(programmeId, roundId)));
}

/** An answer that is replaced meanwhile (its press began before the end) makes it begin again, so that none keeps the time of its press. */
async function rewrite(ports: Ports<'secrets'> & SurveyAnswers, partition: string): Promise<true | typeof conflict> {
  const order = ports.secrets.newKey();
  const rows: { readonly rank: string; readonly write: Write<AnswerRows> }[] = [];
  for await (const row of readAll(ports.answers, partition, 'answer')) {
    rows.push({
      rank: ports.secrets.hmac(order, row.key),
      write: { op: 'replace', kind: 'answer', key: row.key, value: row.value, etag: row.etag },
    });
  }
  rows.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  for (let start = 0; start < rows.length; start += batch) {
    const written = await ports.answers.commit(
      partition,
      rows.slice(start, start + batch).map((row) => row.write),
    );
    if (!written.ok) return conflict;
  }
  return true;
}
