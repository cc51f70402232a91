import { isFaultCode, saying } from '@fieldlab/domain';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { faultsOfIssue } from './issue-faults';

const faultsOf = (schema: z.ZodType, value: unknown) =>
  (schema.safeParse(value).error?.issues ?? []).flatMap(faultsOfIssue);

describe(faultsOfIssue.name, () => {
  it.each([
    [z.strictObject({ a: z.string() }), {}, { path: 'a', code: 'REQUIRED' }],
    [z.strictObject({ a: z.string() }), { a: null }, { path: 'a', code: 'REQUIRED' }],
    [z.strictObject({ a: z.string() }), { a: 5 }, { path: 'a', code: 'WRONG_TYPE' }],
    [z.strictObject({}), { b: 1 }, { path: 'b', code: 'UNKNOWN_FIELD' }],
    [z.int(), 1.5, { path: '', code: 'NOT_A_WHOLE_NUMBER' }],
    [z.int().min(1), 0, { path: '', code: 'TOO_SMALL', about: { least: '1' } }],
    [z.number().max(9), 10, { path: '', code: 'TOO_LARGE', about: { most: '9' } }],
    [z.string().max(2), 'abc', { path: '', code: 'TOO_LONG', about: { most: '2' } }],
    [z.string().min(2), 'a', { path: '', code: 'TOO_SHORT', about: { least: '2' } }],
    [z.array(z.int()).max(1), [1, 2], { path: '', code: 'TOO_MANY', about: { most: '1' } }],
    [z.array(z.int()).min(1), [], { path: '', code: 'TOO_FEW', about: { least: '1' } }],
    [z.string().max(2, saying('TOO_LONG', { most: '2' })), 'abc', { code: 'TOO_LONG', about: { most: '2' } }],
    [z.enum(['A']), 'B', { path: '', code: 'NOT_AN_OPTION' }],
    [z.string().min(1, saying('REQUIRED')), '', { path: '', code: 'REQUIRED', message: 'Fill this in.' }],
    [
      z.strictObject({ v: z.union([z.number().min(1), z.string().regex(/^x/, saying('NOT_A_CODE'))]) }),
      { v: 'y' },
      { path: 'v', code: 'NOT_A_CODE' },
    ],
  ])('%#: %j', (schema, value, fault) => {
    const [found] = faultsOf(schema, value);
    expect(found).toMatchObject(fault);
    expect(found?.message).not.toMatch(/Invalid input|expected|received/);
    expect(isFaultCode(found?.code ?? '')).toBe(true);
  });
});
