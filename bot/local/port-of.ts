import { CodedError } from '../../src/kernel/coded-error';

/** The port that a variable of the environment names, or the usual one. Throws `port-invalid`. */
export function portOf(variable: string, usual: number): number {
  const text = process.env[variable];
  const port = text === undefined || text === '' ? usual : Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new CodedError('port-invalid', `${variable} is not a port: ${String(text)}`);
  return port;
}
