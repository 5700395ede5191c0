import { readAll } from '../kernel/read-all';
import type { Write } from '../kernel/row-store';
import type { Ports } from '../programme/ports';
import type { AnswerRows } from '../programme/rows';
import { answerPartition } from './pseudonym';

const batch = 50;

/** Rewrites every answer of a closed round in an order drawn from a fresh key, so that the store's own times tell nothing of the presses. */
export async function shuffleAnswers(ports: Ports, programmeId: string, roundId: string): Promise<void> {
  const partition = answerPartition(programmeId, roundId);
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
    await ports.answers.commit(
      partition,
      rows.slice(start, start + batch).map((row) => row.write),
    );
  }
}
