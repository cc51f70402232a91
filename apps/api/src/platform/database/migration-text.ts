import { PUBLIC } from './schema';

/** Migrations up to this one name the schemas of a register; later ones name none. */
const LAST_TO_NAME_SCHEMAS = '20261202130000_kept_all_in_one_schema';

/** The role of requests, as migrations name it where it is there. */
export const APPLICATION = 'fieldlab_app';
/** No role: what migrations give is given to nobody, and to the role of requests once they have run. */
export const NOBODY = 'fieldlab_nobody';

/** A role by a name that needs no quotes, or nobody. */
export const namedRole = (role: string): string => (/^[a-z_][a-z0-9_]*$/.test(role) ? role : NOBODY);

/** Where a register had its history, and pg-boss its jobs, before they were in its own schema. */
export const formerSchema = (schema: string, kept: 'history' | 'pgboss'): string =>
  schema === PUBLIC ? kept : `${schema}_${kept}`;

export interface Place {
  schema: string;
  /** The role of requests of this register, which is not that of another. */
  role?: string | undefined;
}

/**
 * A migration as it is run for one register. Those that landed are never edited, and the first ones say `public`,
 * `history` and `pgboss`: for a register in another schema, its own stand there instead. Extensions are in `public`.
 */
export function textFor({ name, sql }: { name: string; sql: string }, { schema, role }: Place): string {
  const given = role === undefined ? sql : sql.replace(/\bfieldlab_app\b/g, namedRole(role));
  if (schema === PUBLIC || name > LAST_TO_NAME_SCHEMAS) return given;
  const [history, pgboss] = [formerSchema(schema, 'history'), formerSchema(schema, 'pgboss')];
  return given
    .replace(/\bset search_path = public\b/g, `set search_path = ${schema}, public`)
    .replace(/\bpublic\.(?!unaccent\b)/g, `${schema}.`)
    .replace(/'public'(?! then 0)/g, `'${schema}'`)
    .replace(/\bhistory\.(?=[a-z%])/g, `${history}.`)
    .replace(/'history'/g, `'${history}'`)
    .replace(/\bpgboss\.(?=[a-z%])/g, `${pgboss}.`)
    .replace(/'pgboss'/g, `'${pgboss}'`)
    .replace(/\bschema public, history\b/gi, `schema ${schema}, ${history}`)
    .replace(/\b(schema (?:if not exists )?)(public|history|pgboss)\b/gi, (_, words: string, kept: string) =>
      kept === PUBLIC ? words + schema : words + formerSchema(schema, kept as 'history' | 'pgboss'),
    )
    .replace(/(create extension if not exists \w+)/g, '$1 with schema public');
}
