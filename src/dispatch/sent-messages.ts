import type { UseCaseContext } from '../domain/ports';
import type { AllPorts } from './all-ports';
import type { SentMessages } from '../delivery/retry-message';
import { messages } from './messages';
import { prepareMessage } from './prepare-message';
import { withReadsOnce } from './reads-once';

/** The kinds of messages, and whether one of them would still be sent; what that asks about many of a programme is read once. */
export function sentMessages(ports: AllPorts, programmeId: string, context: UseCaseContext): SentMessages {
  const once = withReadsOnce(ports);
  return {
    declared: messages,
    stillTrue: async (message) => (await prepareMessage(once, programmeId, message, context)).ok,
  };
}

/** `sentMessages` with its ports inside, for an edge that may not hold them. */
export type ReadSentMessages = (programmeId: string, context: UseCaseContext) => SentMessages;
