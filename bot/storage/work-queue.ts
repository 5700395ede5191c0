import type { DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import { z } from 'zod';
import { CodedError } from '../../src/kernel/coded-error';
import type { ReceivedNotice, WorkNotice, WorkQueue } from '../../src/kernel/work-queue';
import { storageRetries, withRetries } from './bounded-retries';
import type { Retries, StorageLog } from './bounded-retries';
import { classifyFailure } from './storage-failure';

const message = z.object({ v: z.literal(1), programmeId: z.string().min(1), jobId: z.string().min(1) });

/** A call clears away at most so many unreadable messages. */
const mostDropped = 32;

export interface WorkQueueOptions {
  readonly client: QueueClient;
  /** Told of each message that was dropped since nothing could read it. */
  readonly onDropped: (messageId: string) => void;
  readonly retries?: Retries;
  readonly log?: StorageLog;
}

/**
 * Notices of long work on Azure Storage Queue. `extend` throws `notice-lost` where another instance has taken the
 * notice since; all throw `storage-unavailable` and `storage-refused` as the row store does.
 */
export function createWorkQueue(options: WorkQueueOptions): WorkQueue {
  const { client, onDropped, retries = storageRetries, log } = options;

  const drop = async (item: Pick<DequeuedMessageItem, 'messageId' | 'popReceipt'>): Promise<void> => {
    try {
      await withRetries(
        retries,
        'complete notice',
        (abortSignal) => client.deleteMessage(item.messageId, item.popReceipt, { abortSignal }),
        log,
      );
    } catch (error) {
      // Gone, or taken by another instance after its time: theirs to complete.
      if (classifyFailure(error) !== 'missing') throw error;
    }
  };

  return {
    async send(notice) {
      const text = encodeNotice(notice);
      await withRetries(retries, 'send notice', (abortSignal) => client.sendMessage(text, { abortSignal }), log);
    },

    async receive(hiddenSeconds) {
      for (let dropped = 0; dropped < mostDropped; dropped++) {
        const { receivedMessageItems } = await withRetries(
          retries,
          'receive notice',
          (abortSignal) =>
            client.receiveMessages({ numberOfMessages: 1, visibilityTimeout: hiddenSeconds, abortSignal }),
          log,
        );
        const [item] = receivedMessageItems;
        if (item === undefined) return undefined;
        const notice = decodeNotice(item.messageText);
        if (notice !== undefined) return received(item, notice);
        await drop(item);
        onDropped(item.messageId);
      }
      return undefined;
    },
  };

  function received(item: DequeuedMessageItem, notice: WorkNotice): ReceivedNotice {
    let { popReceipt } = item;
    return {
      notice,
      deliveries: item.dequeueCount,
      complete: () => drop({ messageId: item.messageId, popReceipt }),
      async extend(seconds) {
        try {
          const updated = await withRetries(
            retries,
            'extend notice',
            (abortSignal) =>
              client.updateMessage(item.messageId, popReceipt, item.messageText, seconds, { abortSignal }),
            log,
          );
          popReceipt = updated.popReceipt ?? popReceipt;
        } catch (error) {
          if (classifyFailure(error) !== 'missing') throw error;
          throw new CodedError(
            'notice-lost',
            'Another instance has taken this work',
            { jobId: notice.jobId },
            { cause: error },
          );
        }
      },
    };
  }
}

// Base64, since the queue's XML refuses some characters.
function encodeNotice(notice: WorkNotice): string {
  const { programmeId, jobId } = notice;
  return Buffer.from(JSON.stringify({ v: 1, programmeId, jobId })).toString('base64');
}

function decodeNotice(text: string): WorkNotice | undefined {
  try {
    const { programmeId, jobId } = message.parse(JSON.parse(Buffer.from(text, 'base64').toString('utf8')));
    return { programmeId, jobId };
  } catch {
    return undefined;
  }
}
