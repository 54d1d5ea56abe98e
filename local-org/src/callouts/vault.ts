/**
 * Secrets of an org at rest: AES-256-GCM under a key of its own, kept in a file beside the data that only its owner can
 * read. What is sealed under one name opens under no other. An org in memory has a key as long as it lives.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_FILE = 'secret.key';

export class Vault {
  readonly #key: Buffer;
  private constructor(key: Buffer) {
    this.#key = key;
  }

  static open(directory: string | null): Vault {
    if (directory === null) {
      return new Vault(randomBytes(KEY_BYTES));
    }
    const file = join(directory, KEY_FILE);
    if (!existsSync(file)) {
      mkdirSync(directory, { recursive: true });
      writeFileSync(file, randomBytes(KEY_BYTES), { mode: 0o600, flag: 'wx' });
    }
    const key = readFileSync(file);
    if (key.length !== KEY_BYTES) {
      throw new Error(`${file} is damaged: restore it from a copy, or delete it and enter the credentials again`);
    }
    return new Vault(key);
  }

  seal(name: string, text: string): Uint8Array {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(name));
    const content = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return new Uint8Array(Buffer.concat([nonce, cipher.getAuthTag(), content]));
  }
  /** Null where the key is another one: the secret must be entered again. */
  unseal(name: string, sealed: Uint8Array): string | null {
    const nonce = sealed.subarray(0, NONCE_BYTES);
    const tag = sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce).setAAD(Buffer.from(name)).setAuthTag(tag);
      const content = decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES));
      return Buffer.concat([content, decipher.final()]).toString('utf8');
    } catch {
      return null;
    }
  }
}
