import type { Ports } from '../domain/ports';

/** Remembers the chat a message arrived in, so that the next one need not open it again. A newer reference wins. */
export async function keepConversation(
  ports: Ports<'people'>,
  directoryId: string,
  conversationId: string,
): Promise<void> {
  const reference = await ports.people.get(directoryId, 'reference', 'reference');
  if (reference === undefined || reference.value.conversationId === conversationId) return;
  await ports.people.commit(directoryId, [
    {
      op: 'replace',
      kind: 'reference',
      key: 'reference',
      value: { ...reference.value, conversationId },
      etag: reference.etag,
    },
  ]);
}
