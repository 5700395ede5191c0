import { fewAtOnce } from '../kernel/few-at-once';
import { findRecipient } from '../delivery/find-recipient';
import { recipientKey, type Recipient } from '../domain/message';
import type { Ports } from '../domain/ports';
import type { MessageDto } from './messaging-api-contract';

/** Names whom messages are for, as the API tells it: one point read for each of them. Whoever is gone keeps the id. */
export async function identifyRecipients(
  ports: Ports<'programmes' | 'people'>,
  programmeId: string,
  recipients: readonly Recipient[],
): Promise<(recipient: Recipient) => MessageDto['to']> {
  const wanted = [...new Map(recipients.map((one) => [recipientKey(one), one])).values()];
  const names = new Map(
    await fewAtOnce(wanted, async (recipient) => {
      const known = recipient.to === 'channel' ? undefined : await findRecipient(ports, programmeId, recipient);
      return [recipientKey(recipient), known?.name] as const;
    }),
  );
  return (recipient) => {
    if (recipient.to === 'channel') return { kind: recipient.to };
    const name = names.get(recipientKey(recipient));
    return { kind: recipient.to, id: recipient.id, ...(name === undefined ? {} : { name }) };
  };
}
