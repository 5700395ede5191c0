/* Choosing pairs: the exact assignment, aims, and people scored and paired. */
import { aimRows } from './aim-rows.mjs';
import { assignmentRows } from './assignment-rows.mjs';
import { peopleRows } from './people-rows.mjs';

export async function run(options) {
  return [...(await assignmentRows(options)), ...(await aimRows(options)), ...(await peopleRows(options))];
}
