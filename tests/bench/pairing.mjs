/* Choosing pairs: the exact assignment, one aim, and people scored and paired. */
import { assignmentRows } from './assignment-rows.mjs';

export async function run(options) {
  return [...(await assignmentRows(options))];
}
