import type pg from 'pg';

/** Where PostgreSQL puts what no schema is named for, and where extensions are. */
export const PUBLIC = 'public';

/** Some letters are left for what is named after it. */
const NAME = /^(?!pg_)[a-z][a-z0-9_]{0,49}$/;

/** What the address of a database says of a schema, which may be no good name of one. */
export const schemaNamedBy = (url: string): string => new URL(url).searchParams.get('schema') ?? PUBLIC;

/** The schema that holds a register, which its address names as Prisma's do: `?schema=name`. */
export function schemaOf(url: string): string {
  const schema = schemaNamedBy(url);
  if (!isSchemaName(schema)) throw new Error(`${schema} cannot be the schema of a register.`);
  return schema;
}

export const isSchemaName = (name: string): boolean => NAME.test(name);

/** The register's schema before that of the extensions, which every register in the database uses. */
export const searchPathOf = (schema: string): string[] => (schema === PUBLIC ? [PUBLIC] : [schema, PUBLIC]);

/** What connections say that they are of, so that whoever needs one register alone can tell those of another apart. */
export const programOn = (schema: string): string => (schema === PUBLIC ? 'fieldlab' : `fieldlab@${schema}`);

/** A connection by itself, in which names mean what is in the register's own schema. */
export function connectionTo(url: string, name: string, options = ''): pg.ClientConfig {
  const schema = schemaOf(url);
  return {
    connectionString: url,
    application_name: `${programOn(schema)} ${name}`,
    options: `-c search_path=${searchPathOf(schema).join(',')} ${options}`.trim(),
  };
}
