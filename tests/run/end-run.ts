import { shared } from './begin-run';

/** After the last file. */
export default async function endRun(): Promise<void> {
  await shared.desk?.close();
}
