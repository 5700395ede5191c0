import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { SavedChats } from './chat-store';
import type { Cloud } from './cloud';
import type { SavedRoster } from './roster';

const WRITE_DELAY_MS = 250;
const VERSION = 1;

interface SavedState {
  readonly version: number;
  readonly tenantId: string;
  readonly clockOffset: number;
  readonly roster: SavedRoster;
  readonly chats: SavedChats;
}

/** Keeps conversations and installations in a file, so that a second start goes on where the first ended. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly path: string,
    private readonly cloud: Cloud,
  ) {}

  /** Reads what an earlier start left for this tenant; nothing where there is no such file. */
  load(): void {
    let text: string;
    try {
      text = readFileSync(this.path, 'utf8');
    } catch {
      return;
    }
    const saved = JSON.parse(text) as SavedState;
    if (saved.version !== VERSION || saved.tenantId !== this.cloud.options.tenantId) return;
    this.cloud.roster.restore(saved.roster);
    this.cloud.chats.restore(saved.chats);
    this.cloud.live.clockOffset = saved.clockOffset;
  }

  /** Writes soon; several changes make one write. */
  changed(): void {
    this.timer ??= setTimeout(() => {
      this.flush();
    }, WRITE_DELAY_MS).unref();
  }

  flush(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { tenantId } = this.cloud.options;
    const state: SavedState = {
      version: VERSION,
      tenantId,
      clockOffset: this.cloud.live.clockOffset,
      roster: this.cloud.roster.save(),
      chats: this.cloud.chats.save(),
    };
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(`${this.path}.new`, JSON.stringify(state));
    renameSync(`${this.path}.new`, this.path);
  }
}
