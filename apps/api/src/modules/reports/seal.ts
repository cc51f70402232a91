import { createHash } from 'node:crypto';
import type { EditionDocument } from '@fieldlab/domain';
import canonicalizeJson from 'canonicalize';

/** The RFC 8785 form of a value: one text for one value. */
export function canonical(value: unknown): string {
  const text = canonicalizeJson(value);
  if (text === undefined) throw new Error('Only JSON has a canonical form');
  return text;
}

/** Lower-case hex of SHA-256 over the canonical form of a document without its seal. */
export function sealOf(document: Record<string, unknown>): string {
  const { seal: _, ...unsealed } = document;
  return createHash('sha256').update(canonical(unsealed), 'utf8').digest('hex');
}

/** A document with its seal, as the bytes that are served. */
export function sealed(document: EditionDocument): { text: string; seal: string } {
  const seal = sealOf({ ...document });
  return { text: canonical({ ...document, seal }), seal };
}
