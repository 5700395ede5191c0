import type { UseCaseContext, Ports, Saving } from '../domain/ports';
import { setReach } from './set-reach';

/** The person removed or blocked the app: nothing more is sent until they install it or write again. */
export async function loseReach(
  ports: Ports<Saving | 'people' | 'holidayFrom'>,
  directoryId: string,
  reason: 'app-missing' | 'blocked',
  context: UseCaseContext,
): Promise<void> {
  const reference = await ports.people.get(directoryId, 'reference', 'reference');
  if (reference !== undefined) {
    await ports.people.commit(directoryId, [
      { op: 'delete', kind: 'reference', key: 'reference', etag: reference.etag },
    ]);
  }
  await setReach(ports, directoryId, reason, context);
}
