import { openDesk, type Desk } from './shared-desk';

/** Jest loads the two hooks of a run apart from each other: what they share is the global object. */
export const shared = globalThis as { desk?: Desk };

/** Before the first file. Nothing is started before a file asks for it. */
export default async function beginRun(): Promise<void> {
  shared.desk = await openDesk();
  process.env['PASSERELLE_TEST_DESK'] = shared.desk.url;
}
