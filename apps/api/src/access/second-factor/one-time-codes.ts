import { createHash, randomInt } from 'node:crypto';
import { generateSecret, generateURI, verifySync } from 'otplib';

const ISSUER = 'Fieldlab';
/** Clocks may be half a minute apart. */
const TOLERANCE_S = 30;
const TOTP = /^\d{6}$/;

const RECOVERY_CODES = 10;
/** Without what is easily misread: 32 characters, so 12 of them are 60 bits. */
const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const RECOVERY_LENGTH = 12;
const GROUP = /.{4}(?=.)/g;

export const newSecret = (): string => generateSecret();

/** What an authenticator app reads from a QR code. */
export const otpauthUrl = (secret: string, email: string): string =>
  generateURI({ issuer: ISSUER, label: email, secret });

/** The 30-second step that a code belongs to; undefined when it is not a code of now. */
export function stepOf(secret: string, code: string): number | undefined {
  if (!TOTP.test(code)) return undefined;
  const result = verifySync({ secret, token: code, epochTolerance: TOLERANCE_S });
  return result.valid && 'timeStep' in result ? result.timeStep : undefined;
}

/** Codes for who lost their phone, such as `7KQ2-M4XP-9RTV`. */
export const newRecoveryCodes = (): string[] => Array.from({ length: RECOVERY_CODES }, newRecoveryCode);

function newRecoveryCode(): string {
  const characters = Array.from({ length: RECOVERY_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]);
  return characters.join('').replace(GROUP, '$&-');
}

/** How a recovery code is kept: however it was typed, the same code is the same hash. */
export const recoveryCodeHash = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toUpperCase().replace(/[^0-9A-Z]/g, ''))
    .digest();
