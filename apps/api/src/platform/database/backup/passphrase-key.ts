import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { Stanza, type Identity, type Recipient } from 'age-encryption';

const LABEL = 'age-encryption.org/v1/scrypt';
const SALT = 16;
const KEY = 32;
const TAG = 16;
const BLOCK = 8;
/** As age itself: a quarter of a gigabyte and about a second for each guess. */
const WORK = 18;
const MOST_WORK = 20;
/** Each key seals one thing only. */
const NONCE = Buffer.alloc(12);

/** Seals the key of a file with a passphrase, as age does; by Node's own scrypt, which is faster and in a thread. */
export class PassphraseRecipient implements Recipient {
  constructor(private readonly passphrase: string) {}

  async wrapFileKey(fileKey: Uint8Array): Promise<Stanza[]> {
    const salt = randomBytes(SALT);
    const key = await derive(this.passphrase, salt, WORK);
    const cipher = createCipheriv('chacha20-poly1305', key, NONCE, { authTagLength: TAG });
    const body = Buffer.concat([cipher.update(fileKey), cipher.final(), cipher.getAuthTag()]);
    return [new Stanza(['scrypt', salt.toString('base64').replaceAll('=', ''), String(WORK)], body)];
  }
}

/** Opens what a passphrase sealed, by age or by us. */
export class PassphraseIdentity implements Identity {
  constructor(private readonly passphrase: string) {}

  async unwrapFileKey([stanza, ...more]: Stanza[]): Promise<Uint8Array | null> {
    const [kind, salt = '', work = ''] = stanza?.args ?? [];
    if (!stanza || kind !== 'scrypt' || more.length > 0) return null;
    const logN = Number(work);
    if (!Number.isInteger(logN) || logN < 1 || logN > MOST_WORK || stanza.body.length !== SALT + TAG)
      return null;
    const key = await derive(this.passphrase, Buffer.from(salt, 'base64'), logN);
    const decipher = createDecipheriv('chacha20-poly1305', key, NONCE, { authTagLength: TAG });
    decipher.setAuthTag(stanza.body.subarray(-TAG));
    try {
      return Buffer.concat([decipher.update(stanza.body.subarray(0, -TAG)), decipher.final()]);
    } catch {
      return null;
    }
  }
}

function derive(passphrase: string, salt: Buffer, logN: number): Promise<Buffer> {
  const N = 2 ** logN;
  const maxmem = 2 * 128 * BLOCK * N;
  return new Promise((resolve, reject) =>
    scrypt(
      passphrase,
      Buffer.concat([Buffer.from(LABEL), salt]),
      KEY,
      { N, r: BLOCK, p: 1, maxmem },
      (error, key) => (error ? reject(error) : resolve(key)),
    ),
  );
}
