import { createHash, randomBytes } from 'node:crypto';
import type { EditionDocument, EditionMembers } from '@fieldlab/domain';
import canonicalizeJson from 'canonicalize';
import { inTurns } from '../../platform/work/in-turns';

/** The RFC 8785 form of a value: one text for one value. */
export function canonical(value: unknown): string {
  const text = canonicalizeJson(value);
  if (text === undefined) throw new Error('Only JSON has a canonical form');
  return text;
}

/** Lower-case hex of SHA-256 over the canonical form of a value. */
export const digestOf = (value: unknown): string => sha256(canonical(value));

/** The digest of a document without its seal. */
export function sealOf(document: Record<string, unknown>): string {
  const { seal: _, ...unsealed } = document;
  return digestOf(unsealed);
}

/** So many are written at once, in some milliseconds. */
const MEMBERS_AT_ONCE = 5000;

/**
 * The records behind an edition, as the bytes that are served, with the digest by which the edition names them. They are
 * the canonical form of `{salt, members}`, written in turns: it may be that of a hundred thousand records.
 */
export async function membersFile(
  members: readonly EditionMembers[],
  salt = randomBytes(32).toString('hex'),
): Promise<{ text: string; digest: string }> {
  const pieces: string[] = [];
  const digest = createHash('sha256');
  const write = (piece: string): void => {
    digest.update(piece, 'utf8');
    pieces.push(piece);
  };
  write('{"members":[');
  for (const [index, { indicator, members: records }] of members.entries()) {
    write(`${index > 0 ? ',' : ''}{"indicator":${canonical(indicator)},"members":[`);
    await inTurns(records.length, MEMBERS_AT_ONCE, (from, to) => {
      write(`${from > 0 ? ',' : ''}${records.slice(from, to).map(canonical).join(',')}`);
    });
    write(']}');
  }
  write(`],"salt":${canonical(salt)}}`);
  return { text: pieces.join(''), digest: digest.digest('hex') };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A document with its seal, as the bytes that are served. */
export function sealed(document: EditionDocument): { text: string; seal: string } {
  const seal = sealOf({ ...document });
  return { text: canonical({ ...document, seal }), seal };
}
