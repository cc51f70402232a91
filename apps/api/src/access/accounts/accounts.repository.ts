import { Inject, Injectable } from '@nestjs/common';
import type { Language, Role } from '@fieldlab/domain';
import type { Pool } from 'pg';
import { Database, type SqlClient } from '../../platform/database/database';
import { rowsOf, sql, type Sql } from '../../platform/database/sql';

/** A person as signing in sees them: with what proves who they are, and so never an answer. */
export interface Account {
  id: string;
  email: string;
  name: string;
  role: Role;
  centreIds: string[];
  language: Language;
  passwordHash: string | null;
  oidcIssuer: string | null;
  oidcSubject: string | null;
  roleFromProvider: boolean;
}

/** Who somebody is at an OpenID provider. */
export interface ProviderIdentity {
  issuer: string;
  subject: string;
}

const ACCOUNT = sql`
  select id, email, name, role, centre_ids as "centreIds", language, password_hash as "passwordHash",
         oidc_issuer as "oidcIssuer", oidc_subject as "oidcSubject", role_from_provider as "roleFromProvider"
    from users`;

/** Live accounts; one that was deleted is nobody's any more. */
@Injectable()
export class AccountsRepository {
  constructor(@Inject(Database) private readonly database: Database) {}

  byId(id: string): Promise<Account | undefined> {
    return this.one(sql`id = ${id}::uuid`);
  }

  byEmail(email: string): Promise<Account | undefined> {
    return this.one(sql`lower(email) = lower(${email.trim()})`);
  }

  byIdentity({ issuer, subject }: ProviderIdentity): Promise<Account | undefined> {
    return this.one(sql`oidc_issuer = ${issuer} and oidc_subject = ${subject}`);
  }

  /** Nothing happens when the identity or the address is somebody's already. */
  async insertFromProvider(
    { issuer, subject }: ProviderIdentity,
    { email, name, role }: { email: string; name: string; role: Role },
  ): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`insert into users (email, name, role, oidc_issuer, oidc_subject, role_from_provider)
          values (${email}, ${name}, ${role}::user_role, ${issuer}, ${subject}, true) on conflict do nothing`,
    );
  }

  /** The database signs the person out everywhere. */
  async setPassword(client: Pool | SqlClient, id: string, passwordHash: string): Promise<void> {
    await rowsOf(
      client,
      sql`update users set password_hash = ${passwordHash}, password_changed_at = now()
           where id = ${id}::uuid and deleted_at is null`,
    );
  }

  async setName(client: SqlClient, id: string, name: string): Promise<void> {
    await rowsOf(client, sql`update users set name = ${name} where id = ${id}::uuid and deleted_at is null`);
  }

  async setRole(client: SqlClient, id: string, role: Role): Promise<void> {
    await rowsOf(
      client,
      sql`update users set role = ${role}::user_role,
                 centre_ids = case when ${role} = 'COORDINATOR' then centre_ids else '{}' end
           where id = ${id}::uuid and deleted_at is null`,
    );
  }

  async bind(client: Pool | SqlClient, id: string, identity: ProviderIdentity | undefined): Promise<void> {
    await rowsOf(
      client,
      sql`update users set oidc_issuer = ${identity?.issuer ?? null}, oidc_subject = ${identity?.subject ?? null}
           where id = ${id}::uuid and deleted_at is null`,
    );
  }

  private async one(condition: Sql): Promise<Account | undefined> {
    const rows = await rowsOf<Account>(
      this.database.pool,
      sql`${ACCOUNT} where deleted_at is null and ${condition}`,
    );
    return rows[0];
  }
}
