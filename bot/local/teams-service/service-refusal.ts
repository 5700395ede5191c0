/** What a person or a test asked for that their client could not do; the HTTP edge answers it with `status`. */
export class ServiceRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'ServiceRefusal';
  }
}
