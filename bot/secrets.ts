import { createHash, createHmac, randomBytes } from 'node:crypto';
import type { Secrets } from '../src/domain/ports';
import { openText, sealText } from './seal-text';

/** Cryptography of the platform; new keys come from `newKey`, by default at random. */
export function createSecrets(newKey = (): string => randomBytes(32).toString('base64url')): Secrets {
  return {
    newKey,
    hmac: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
    sha256: (text) => createHash('sha256').update(text).digest('hex'),
    seal: sealText,
    open: openText,
  };
}
