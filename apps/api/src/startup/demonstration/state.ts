import type { Pool } from 'pg';
import type { Level } from './continued-rows';

export interface Firm {
  number: string;
  name: string;
}

export interface Place {
  code: string;
  kind: string;
  name: string;
  technologies: readonly string[];
  startedOn: string | null;
  endedOn: string | null;
}

/** A participation that goes on. */
export interface Open {
  firm: Firm;
  code: string;
  level: Level;
  startedOn: string;
}

/** What has to be known of a register to go on with it. */
export interface State {
  places: Place[];
  firms: Firm[];
  open: Open[];
  /** Which firm was ever in which centre, as `number code`. */
  pairs: Set<string>;
}

export const pairOf = ({ number }: Firm, code: string): string => `${number} ${code}`;

/** The register as it stands, in an order that does not depend on ids. Firms without a number are left alone. */
export async function readState(pool: Pool): Promise<State> {
  const places = await pool.query<Place>(
    `select code, kind::text as kind, name, technologies, started_on::text as "startedOn",
            ended_on::text as "endedOn" from centres where deleted_at is null order by code`,
  );
  const held = await pool.query<Firm & Omit<Open, 'firm'> & { endedOn: string | null }>(
    `select n.number, c.name, z.code, p.level::text as level, p.started_on::text as "startedOn",
            p.ended_on::text as "endedOn"
       from companies c
       join company_numbers n on n.company_id = c.id and n.scheme = 'KVK' and n.deleted_at is null
       join participations p on p.company_id = c.id and p.deleted_at is null
       join centres z on z.id = p.centre_id
      where c.deleted_at is null order by n.number, z.code, p.started_on`,
  );
  const firms = new Map(held.rows.map(({ number, name }) => [number, { number, name }]));
  return {
    places: places.rows,
    firms: [...firms.values()],
    open: held.rows
      .filter(({ endedOn }) => endedOn === null)
      .map(({ number, name, code, level, startedOn }) => ({
        firm: { number, name },
        code,
        level,
        startedOn,
      })),
    pairs: new Set(held.rows.map((row) => pairOf(row, row.code))),
  };
}
