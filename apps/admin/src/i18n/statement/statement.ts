/** A paragraph, a list, or a link on a line of its own. */
export type Block = string | readonly string[] | { href: string; text: string };

export interface StatementPart {
  title: string;
  blocks: readonly Block[];
}

/** The accessibility statement in one language. Its facts are the product's own: change them with the product. */
export interface Statement {
  title: string;
  intro: string;
  facts: { status: string; standard: string; examinedBy: string; revisedOn: string };
  values: { status: string; standard: string; examinedBy: string };
  /** Before what is said of contact. */
  parts: readonly StatementPart[];
  contactTitle: string;
  /** With an address to write to, and without one. */
  contact: { known: readonly Block[]; unknown: readonly Block[] };
  /** After it. */
  objection: StatementPart;
}

/** The day on which somebody last went through it. */
export const REVISED_ON = '2026-11-22';
