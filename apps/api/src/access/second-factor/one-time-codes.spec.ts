import { generateSync } from 'otplib';
import { describe, expect, it } from 'vitest';
import { newRecoveryCodes, newSecret, otpauthUrl, recoveryCodeHash, stepOf } from './one-time-codes';

const STEP_S = 30;
const now = (): number => Math.floor(Date.now() / 1000);

describe('codes of an authenticator app', () => {
  it('belong to their step, and to the one before and after', () => {
    const secret = newSecret();
    const step = Math.floor(now() / STEP_S);
    const codeAt = (away: number) => generateSync({ secret, epoch: (step + away) * STEP_S });
    expect([-1, 0, 1].map((away) => stepOf(secret, codeAt(away)))).toEqual([step - 1, step, step + 1]);
    expect(stepOf(secret, codeAt(-3))).toBeUndefined();
    expect(stepOf(newSecret(), codeAt(0))).toBeUndefined();
  });

  it.each(['', '12345', '1234567', 'abcdef', '12 456', '１２３４５６'])('%j is no code', (code) => {
    expect(stepOf(newSecret(), code)).toBeUndefined();
  });

  it('come with an address for the QR code', () => {
    expect(otpauthUrl('JBSWY3DPEHPK3PXP', 'anna@metaal.example')).toMatch(
      /^otpauth:\/\/totp\/Fieldlab:anna.*[?&]secret=JBSWY3DPEHPK3PXP/,
    );
  });
});

describe('recovery codes', () => {
  it('are ten different ones, the same however they are typed', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){2}[2-9A-HJ-NP-Z]{4}$/);
    const [code = ''] = codes;
    expect(recoveryCodeHash(code.toLowerCase().replaceAll('-', ' '))).toEqual(recoveryCodeHash(code));
  });
});
