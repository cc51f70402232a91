import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const TOKEN_BYTES = 32;

/** What a key is for: a value sealed for one purpose cannot be passed off for another. */
type Purpose =
  | 'second-factor'
  | 'oidc-flow'
  | 'pending-sign-in'
  | 'sign-in-failures'
  | 'request-counts'
  | 'token-addresses'
  | 'mail'
  | 'mail-address';

/** A token that cannot be guessed: 256 random bits, safe in a cookie, a header and an address. */
export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

const PASSWORD_BYTES = 15; // 20 characters

/** A password that nobody chose: shown once, and kept as its hash only. */
export const generatedPassword = (): string => randomBytes(PASSWORD_BYTES).toString('base64url');

/** How a token is kept. It has all the entropy it needs, so one plain hash will do. */
export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest();

/** Encryption and keyed digests, with keys derived from the one secret of the installation. */
export class Secrets {
  private readonly keys = new Map<Purpose, Buffer>();

  constructor(private readonly secret: string) {}

  /** Encrypts so that a change shows. */
  seal(plain: string, purpose: Purpose): Buffer {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.key(purpose), iv);
    const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when it was not sealed here, for this purpose, or was tampered with. */
  open(sealed: Buffer, purpose: Purpose): string {
    const decipher = createDecipheriv(CIPHER, this.key(purpose), sealed.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    const plain = decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES));
    return Buffer.concat([plain, decipher.final()]).toString('utf8');
  }

  /** A digest that nobody without the secret can look up, not even of a value from a short list. */
  digest(value: string, purpose: Purpose): Buffer {
    return createHmac('sha256', this.key(purpose)).update(value).digest();
  }

  private key(purpose: Purpose): Buffer {
    const known = this.keys.get(purpose);
    if (known) return known;
    const info = `fieldlab ${purpose} v1`;
    const made = Buffer.from(hkdfSync('sha256', this.secret, '', info, KEY_BYTES));
    this.keys.set(purpose, made);
    return made;
  }
}
