import type { ServerResponse } from 'node:http';

/** Something the page should look at again. */
export type ServiceEvent =
  | {
      readonly type: 'message';
      readonly conversationId: string;
      readonly activityId: string;
      readonly change: 'new' | 'updated' | 'deleted';
      readonly author: 'bot' | 'person';
      readonly directoryId?: string;
      readonly channelId?: string;
    }
  | {
      readonly type: 'typing';
      readonly conversationId: string;
      readonly directoryId?: string;
      readonly channelId?: string;
    }
  | { readonly type: 'roster' }
  | { readonly type: 'clock'; readonly now: string };

/** Server-sent events for the pages that are open, and plain listeners for tests. */
export class EventStream {
  private readonly listeners = new Set<(event: ServiceEvent) => void>();
  private readonly responses = new Set<ServerResponse>();

  publish(event: ServiceEvent): void {
    for (const listener of this.listeners) listener(event);
    for (const response of this.responses) response.write(`data: ${JSON.stringify(event)}\n\n`);
  }

  /** Calls the listener for each event from now on; returns how to stop. */
  listen(listener: (event: ServiceEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  attach(response: ServerResponse): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream',
      'cache-control': 'no-store',
      connection: 'keep-alive',
    });
    response.write(': connected\n\n');
    this.responses.add(response);
    response.on('close', () => this.responses.delete(response));
  }

  close(): void {
    for (const response of this.responses) response.end();
    this.responses.clear();
  }
}
