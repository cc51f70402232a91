import { describe, expect, it } from 'vitest';
import { passwordFault } from './password-rules';

const anna = { email: 'anna.devries@metaal.example', name: 'Anna de Vries' };

describe(passwordFault.name, () => {
  it.each(['vier paarse olifanten', 'Kq7-zzT4-mmPq', 'gras-groeit-langzaam-2026', '密码密码很长的一句话呀'])(
    'accepts %s',
    (password) => {
      expect(passwordFault(password, anna)).toBeUndefined();
    },
  );

  it.each([
    ['kort-9x', /at least 10/],
    ['x'.repeat(257), /at most 256/],
    ['Password123', /lists/],
    ['WELKOM12345', /lists/],
    ['aaaaaaaaaaaaaaab', /different/],
    ['bcdefghijklmn', /neighbouring/],
    ['annadevries1', /your name/],
    ['Fieldlab-2026!', /name of this program/],
    ['devries-metaal', /your name/],
  ])('refuses %s', (password, reason) => {
    expect(passwordFault(password, anna)?.message).toMatch(reason);
  });
});
