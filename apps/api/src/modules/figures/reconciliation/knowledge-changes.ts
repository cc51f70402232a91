import type { Indicator } from '@fieldlab/domain';
import type { SqlClient } from '../../../platform/database/database';
import { rowsOf, sql, type Sql } from '../../../platform/database/sql';
import type { CountedTable, RegisterAt } from '../engine/register-at';
import type { Why } from './classify';
import { kindOf } from './parts';

/** What happened to the records behind a thing between two instants. */
interface Happened {
  added: boolean;
  removed: boolean;
}

const RECORDS_OF = {
  centre: 'centres',
  'spin-off': 'spin_offs',
  outcome: 'outcomes',
  investment: 'investments',
  attendance: 'attendances',
} as const satisfies Record<string, CountedTable>;

/** The records behind the things that an indicator counts: relation (owner, id). */
function recordsBehind(indicator: Indicator, register: RegisterAt): Sql {
  if (indicator.code === 'production_starts') {
    return sql`(select company_id as owner, id from ${register.table('outcomes')} o where kind = 'PRODUCTION_START')`;
  }
  const kind = kindOf(indicator);
  if (kind !== 'firm') return sql`(select id as owner, id from ${register.table(RECORDS_OF[kind])} r)`;
  return sql`(select company_id as owner, id from ${register.table('participations')} p
    union all select company_id, id from ${register.table('attendances')} a)`;
}

type Roots = ReadonlyMap<string, string>;

/** Tells why things count differently at a later instant: merged, recorded, removed or corrected since. */
export class KnowledgeChanges {
  private constructor(
    private readonly roots: readonly [Roots, Roots],
    private readonly happened: ReadonlyMap<string, Happened>,
  ) {}

  /** Looks at the things `keys` alone. */
  static async between(
    client: SqlClient,
    indicator: Indicator,
    [before, after]: readonly [RegisterAt, RegisterAt],
    keys: readonly string[],
  ): Promise<KnowledgeChanges> {
    const isFirm = kindOf(indicator) === 'firm';
    const none: Roots = new Map<string, string>();
    const roots: [Roots, Roots] = isFirm
      ? [await rootsIn(client, before), await rootsIn(client, after)]
      : [none, none];
    const owners = ownersOf(keys, roots);
    const rows = await rowsOf<{ key: string } & Happened>(
      client,
      sql`select k.key, bool_or(e.before is null) as added, bool_or(e.after is null) as removed
            from unnest(${owners.map(([id]) => id)}::uuid[], ${owners.map(([, key]) => key)}::text[]) k (owner, key)
            join (select coalesce(a.owner, b.owner) as owner, a.id as before, b.id as after
                    from ${recordsBehind(indicator, before)} a
                    full join ${recordsBehind(indicator, after)} b on b.id = a.id) e on e.owner = k.owner
           group by 1`,
    );
    return new KnowledgeChanges(roots, new Map(rows.map(({ key, ...happened }) => [key, happened])));
  }

  why(key: string, isLoss: boolean): Why {
    if (this.isMerged(key)) return { reason: 'MERGED' };
    const { added = false, removed = false } = this.happened.get(key) ?? {};
    if (isLoss && removed) return { reason: 'REMOVED_SINCE' };
    if (!isLoss && added) return { reason: 'ADDED_SINCE' };
    return { reason: 'CORRECTED_SINCE' };
  }

  /** It went into another firm, or another into it, at one of the two instants and not at the other. */
  private isMerged(key: string): boolean {
    const [before, after] = this.roots;
    if (before.get(key) !== after.get(key)) return true;
    const absorbed = (one: Roots, other: Roots) =>
      [...one].some(([id, root]) => root === key && other.get(id) !== key);
    return absorbed(before, after) || absorbed(after, before);
  }
}

async function rootsIn(client: SqlClient, register: RegisterAt): Promise<Roots> {
  const rows = await rowsOf<{ id: string; root: string }>(
    client,
    sql`select id, root from ${register.merged()} m`,
  );
  return new Map(rows.map(({ id, root }) => [id, root]));
}

/** Every firm whose records count as those of `keys`, at either instant. */
function ownersOf(keys: readonly string[], roots: readonly Roots[]): [string, string][] {
  const asked = new Set(keys);
  const absorbed = roots.flatMap((one) => [...one]).filter(([, root]) => asked.has(root));
  return [...keys.map((key): [string, string] => [key, key]), ...absorbed];
}
