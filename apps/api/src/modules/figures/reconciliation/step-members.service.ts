import { Inject, Injectable } from '@nestjs/common';
import { MEMBER_RESOURCES, valueOf, type FigureMember } from '@fieldlab/domain';
import { boundOf, requirePermission, type Actor } from '../../../access/actor';
import { assertCentreScope } from '../../../access/scope';
import type { SqlClient } from '../../../platform/database/database';
import { rowsOf, sql, type Sql } from '../../../platform/database/sql';
import type { PageRequest } from '../engine/engine-context';
import type { Difference } from './crossing-reader';
import { kindOf, type ThingKind } from './parts';
import { ReconciliationService, type Sides } from './reconciliation.service';

/** A record behind a step, with what it changes in the figure's notation; null where the figure is no sum. */
export interface StepMember extends FigureMember {
  change: number | string | null;
}

const THINGS: Record<ThingKind, keyof typeof MEMBER_RESOURCES> = {
  firm: 'company',
  centre: 'centre',
  'spin-off': 'spinOff',
  attendance: 'attendance',
  outcome: 'outcome',
  investment: 'investment',
};

/** What a thing is called now, also when it was deleted since: relation (id, label). */
const LABELS: Record<ThingKind, Sql> = {
  firm: sql`select id, name as label from companies`,
  centre: sql`select id, name || ' (' || code || ')' as label from centres`,
  'spin-off': sql`select id, name as label from spin_offs`,
  outcome: sql`select o.id, o.title || ' – ' || c.name as label from outcomes o join companies c on c.id = o.company_id`,
  attendance: sql`select a.id, c.name || ' – ' || v.title as label from attendances a
    join companies c on c.id = a.company_id join activities v on v.id = a.activity_id`,
  investment: sql`select i.id, z.name || ' – ' || to_char(i.dated_on, 'YYYY-MM-DD') || ' – € ' || i.amount_eur as label
    from investments i join centres z on z.id = i.centre_id`,
};

/** The records behind the steps of a bridge, for who may see the members of both its figures. */
@Injectable()
export class StepMembersService {
  constructor(@Inject(ReconciliationService) private readonly reconciliation: ReconciliationService) {}

  /** @throws DomainError FORBIDDEN in a scope that is not the actor's own; NOT_FOUND; INVALID_INPUT as the bridge. */
  async list(
    actor: Actor,
    sides: Sides,
    step: string,
    page: PageRequest,
  ): Promise<{ data: StepMember[]; total: number }> {
    requirePermission(actor, 'figure-member:read');
    assertCentreScope(actor, sides.left.scope);
    assertCentreScope(actor, sides.right.scope);
    const read = async (client: SqlClient, differences: readonly Difference[]) => ({
      data: await named(client, differences, page),
      total: differences.length,
    });
    return this.reconciliation.differences(sides, step, read, boundOf(actor));
  }
}

async function named(
  client: SqlClient,
  differences: readonly Difference[],
  { limit, offset }: PageRequest,
): Promise<StepMember[]> {
  const [first] = differences;
  if (!first) return [];
  const { unit, kind: figureKind } = first.indicator;
  const kind = kindOf(first.indicator);
  const changes = new Map(differences.map(({ key, change }) => [key(), change]));
  const rows = await rowsOf<{ id: string; label: string }>(
    client,
    sql`select k.id::text as id, coalesce(l.label, '') as label
          from unnest(${[...changes.keys()]}::uuid[]) k (id) left join (${LABELS[kind]}) l on l.id = k.id
         order by lower(l.label), k.id limit ${limit} offset ${offset}`,
  );
  return rows.map(({ id, label }) => ({
    resource: MEMBER_RESOURCES[THINGS[kind]],
    id,
    label,
    change: figureKind === 'ratio' ? null : valueOf(changes.get(id) ?? 0n, unit),
  }));
}
