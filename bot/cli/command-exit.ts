/** Ends a command with a message on stderr: 1 refused with reasons, 2 wrong usage. */
export class CommandExit extends Error {
  constructor(
    readonly exitCode: 1 | 2,
    message: string,
  ) {
    super(message);
    this.name = 'CommandExit';
  }
}
