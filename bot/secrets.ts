import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Secrets } from '../src/domain/ports';

/** Cryptography of the platform. */
export function createSecrets(): Secrets {
  return {
    newKey: () => randomBytes(32).toString('base64url'),
    hmac: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
  };
}
