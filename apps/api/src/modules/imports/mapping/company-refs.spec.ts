import { describe, expect, it } from 'vitest';
import { CompanyRefs } from './company-refs';

const named = (name: string, website = ''): Map<string, string> =>
  new Map([
    ['name', name],
    ['website', website],
  ]);

describe('the companies of a list', () => {
  it('are told apart by long texts too, of which the end differs', () => {
    const refs = new CompanyRefs();
    const long = `https://example.nl/${'a'.repeat(300)}`;
    refs.add(1, named('Nova', `${long}1`));
    refs.add(2, named('Nova', `${long}1`));
    refs.add(3, named('Nova', `${long}2`));
    expect([1, 2, 3].map((line) => refs.refOf(line))).toEqual(['r1', 'r1', 'r3']);
  });

  it('are at most so many as can be held, however often each is named', () => {
    const refs = new CompanyRefs(2);
    for (let line = 1; line <= 10; line += 1) refs.add(line, named(`Nova ${line % 2}`));
    expect(() => refs.add(11, named('One more'))).toThrow(
      expect.objectContaining({ reason: 'TOO_MANY_COMPANIES', code: 'PAYLOAD_TOO_LARGE' }) as Error,
    );
  });
});
