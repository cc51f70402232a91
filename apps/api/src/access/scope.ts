import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '@fieldlab/domain';
import { Database } from '../platform/database/database';
import { rowsOf, sql } from '../platform/database/sql';
import { boundOf, type Actor } from './actor';

const CENTRE_SCOPE = /^centre:(.+)$/s;

/** What the centres of an actor give them beyond single records. */
@Injectable()
export class Scopes {
  constructor(@Inject(Database) private readonly database: Database) {}

  /**
   * The records behind a figure are for who may read them all: a coordinator, in a centre of their own.
   * A hub's coordinator does not hold its fieldlabs, so neither a hub nor the programme is anybody's own.
   * @throws DomainError FORBIDDEN
   */
  async assertOwn(actor: Actor, scope: string | undefined): Promise<void> {
    const bound = boundOf(actor);
    if (!bound) return;
    const code = CENTRE_SCOPE.exec(scope ?? '')?.[1];
    if (code !== undefined && (await this.isOneOf(bound, code))) return;
    throw new DomainError(
      'FORBIDDEN',
      'You see the records behind a figure in the scope of your own centre.',
    );
  }

  private async isOneOf(centreIds: readonly string[], code: string): Promise<boolean> {
    const rows = await rowsOf(
      this.database.pool,
      sql`select 1 from centres where code = ${code} and id = any (${centreIds}::uuid[])`,
    );
    return rows.length > 0;
  }
}
