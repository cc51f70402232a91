import { createHash, randomBytes } from 'node:crypto';
import type { EditionDocument, EditionMembers } from '@fieldlab/domain';
import canonicalizeJson from 'canonicalize';

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

/** The records behind an edition, as the bytes that are served, with the digest by which the edition names them. */
export function membersFile(members: readonly EditionMembers[]): { text: string; digest: string } {
  const text = canonical({ salt: randomBytes(32).toString('hex'), members });
  return { text, digest: sha256(text) };
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A document with its seal, as the bytes that are served. */
export function sealed(document: EditionDocument): { text: string; seal: string } {
  const seal = sealOf({ ...document });
  return { text: canonical({ ...document, seal }), seal };
}
