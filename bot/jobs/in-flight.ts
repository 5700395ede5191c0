/**
 * Sends under way, each for a recipient: those that hang go on beside the others, so many at most. One recipient has one at a time, so that
 * their messages stay in order.
 */
export class InFlight {
  private readonly flights = new Map<string, Promise<void>>();
  private movedAt: (() => void)[] = [];

  constructor(private readonly most: number) {}

  /** How many may still begin. */
  room(): number {
    return Math.max(0, this.most - this.flights.size);
  }

  isBusy(recipient: string): boolean {
    return this.flights.has(recipient);
  }

  isEmpty(): boolean {
    return this.flights.size === 0;
  }

  /** Begins what never rejects; returns at once. */
  begin(recipient: string, send: () => Promise<void>): Promise<void> {
    const flight = send().finally(() => {
      this.flights.delete(recipient);
      this.moved();
    });
    this.flights.set(recipient, flight);
    return flight;
  }

  /** Something has gone on: whoever waits looks again. */
  moved(): void {
    for (const tell of this.movedAt.splice(0)) tell();
  }

  /** Until something moves, or so many milliseconds of real time are over; whether something did. */
  async wait(milliseconds: number): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => {
        resolve(false);
      }, milliseconds);
    });
    const told = new Promise<boolean>((resolve) => {
      this.movedAt.push(() => {
        resolve(true);
      });
    });
    try {
      return await Promise.race([over, told]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Until nothing is under way. */
  async landed(): Promise<void> {
    while (this.flights.size > 0) await Promise.all(this.flights.values());
  }
}
