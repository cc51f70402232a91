import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { projectRoot } from '@api/platform/config/project-root';
import { textFor } from '@api/platform/database/migration-text';
import { describe, expect, it } from 'vitest';

const root = projectRoot();
const FOLDERS = ['apps/api/src', 'libs'];
/** Where schemas are the matter. */
const ABOUT_SCHEMAS = /platform\/database\/(schema|migration-text|backup\/(backup-format|write-backup))\.ts$/;
const LAST_TO_NAME_SCHEMAS = '20261202130000_kept_all_in_one_schema';

const sources = FOLDERS.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.spec)\.ts$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name))),
).filter((file) => !file.includes('node_modules') && !ABOUT_SCHEMAS.test(file));

const migrations = readdirSync(join(root, 'prisma/migrations'))
  .filter((name) => /^\d/.test(name))
  .map((name) => ({
    name,
    sql: readFileSync(join(root, 'prisma/migrations', name, 'migration.sql'), 'utf8'),
  }));

/** What a statement would say of a schema: one of a table, function or type, or the path itself. */
const NAMED =
  /\b(?:from|join|into|update|table|on|exists|as|::)\s*(?:public|history|pgboss)\.[a-z_$%{]|['"`](?:public|history|pgboss)\.(?!html)|\bpgboss\.|\bsearch_path\s*=|'public'::regnamespace|(?:nspname|schemaname|table_schema)\s*(?:=|in)\s*\(?'/;

/** Lines that are no comment. */
const saidIn = (text: string, comment: RegExp): string[] =>
  text.split('\n').filter((line) => !comment.test(line));

describe('a statement', () => {
  it('of the program names no schema: a register is in the one that its address names', () => {
    const naming = sources.flatMap((file) =>
      saidIn(readFileSync(join(root, file), 'utf8'), /^\s*(\/\/|\/?\*)/)
        .filter((line) => NAMED.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
    // The path of migrations ends with that of temporary tables, which no other statement says.
    expect(naming.filter((line) => !line.includes('set local search_path = ${'))).toEqual([]);
  });

  it('speaks over connections that know where the register is', () => {
    const without = sources
      .filter((file) => /new pg\.(Client|Pool)\(/.test(readFileSync(join(root, file), 'utf8')))
      .flatMap((file) =>
        [...readFileSync(join(root, file), 'utf8').matchAll(/new pg\.(?:Client|Pool)\(\s*([^,)]*)/g)]
          .filter(
            ([call, given = '']) => !given.startsWith('connectionTo(') && !call.includes('...connectionTo'),
          )
          .map(([call]) => `${file}: ${call.replace(/\s+/g, ' ')}`),
      );
    expect(without).toEqual([
      // It asks of databases, not of registers.
      'apps/api/src/platform/database/embedded/cluster-host.ts: new pg.Client({ connectionString: this.url(SUPERUSER',
    ]);
  });

  it('of a migration names none since a register is one schema', () => {
    const later = migrations.filter(({ name }) => name > LAST_TO_NAME_SCHEMAS);
    const naming = later.flatMap(({ name, sql }) =>
      saidIn(sql, /^\s*--/)
        .filter(
          (line) =>
            NAMED.test(line) ||
            /\bschema\s+(?!%I)\w|security definer(?!.*search_path from current)/i.test(line),
        )
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(naming).toEqual([]);
  });

  it('of an earlier migration names that of the register alone, once it is run', () => {
    const left = migrations.flatMap(({ name, sql }) =>
      saidIn(textFor({ name, sql }, { schema: 'programma_x' }), /^\s*--/)
        .filter((line) =>
          /(?<!\.)\b(?:history|pgboss)\.[a-z%]|\bpublic\.(?!unaccent)|'(?:public|history|pgboss)'|schema (?:history|pgboss)\b|schema public\b/.test(
            line.replace(/ with schema public;$/, '').replace("'public' then 0", ''),
          ),
        )
        .map((line) => `${name}: ${line.trim()}`),
    );
    expect(left).toEqual([]);
  });
});
