import type { SheetPlan } from './sheet-plan';

/** Lists of ids are sets: their order does not matter. */
const SETS: ReadonlySet<string> = new Set(['centre_ids']);

/**
 * The fingerprint of a row with this alias, as SQL: `name=value` of its filled columns, digested with the register's
 * salt. Blank columns leave no trace, so a column that is added to the format later changes no fingerprint.
 */
export function fingerprintOf({ content }: SheetPlan, alias: string): string {
  const parts = content.map((column) => {
    const value = SETS.has(column)
      ? `(select string_agg(item::text, ',' order by item) from unnest(${alias}.${column}) item)`
      : `${alias}.${column}::text`;
    return `'${column}=' || ${value}`;
  });
  const text = `concat_ws(E'\\x1f', (select salt::text from import_salt), ${parts.join(', ')})`;
  return `sha256(convert_to(${text}, 'UTF8'))`;
}
