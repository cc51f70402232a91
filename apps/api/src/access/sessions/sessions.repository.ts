import { Inject, Injectable } from '@nestjs/common';
import type { Role } from '@fieldlab/domain';
import { Database } from '../../platform/database/database';
import { rowsOf, sql } from '../../platform/database/sql';
import { ACCESS_OPTIONS, sessionBoundsOf, type AccessOptions, type SessionBounds } from '../access-options';

export type SignInMethod = 'PASSWORD' | 'OIDC';

/** A session as its owner sees it. */
export interface SessionRow {
  id: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  method: SignInMethod;
  userAgent: string | null;
  network: string | null;
}

export interface NewSession {
  tokenHash: Buffer;
  userId: string;
  method: SignInMethod;
  secondFactor: boolean;
  userAgent: string | undefined;
  network: string;
}

/** Whose session it is, with what every request needs to know of them. */
export interface SessionOwner {
  sessionId: string;
  sessionEndsAt: Date;
  id: string;
  name: string;
  email: string;
  role: Role;
  centreIds: string[];
  enrolmentDue: boolean;
  /** The person proved who they are within the last minutes. */
  isProofFresh: boolean;
  /** Not noted as seen for a while. */
  stale: boolean;
}

/** How long a proof of identity counts for changing how one signs in. */
const PROOF_MINUTES = 5;

/** A session that is used is noted as seen this often: each minute, or oftener where it ends soon. */
const seenEvery = (idleSeconds: number): number => Math.min(60, idleSeconds / 10);

// Run by every request, so it is one statement, planned once for each connection.
const FIND_OWNER = `
    select s.id as "sessionId", s.expires_at as "sessionEndsAt", u.id, u.name, u.email, u.role, u.centre_ids as "centreIds",
           u.role = any (a.second_factor_required_for) and not s.second_factor as "enrolmentDue",
           s.proved_at > now() - interval '${PROOF_MINUTES} minutes' as "isProofFresh",
           s.last_seen_at < now() - make_interval(secs => $3) as stale
      from sessions s join users u on u.id = s.user_id cross join access_settings a
     where s.token_hash = $1 and s.expires_at > now()
       and s.last_seen_at > now() - make_interval(secs => $2) and u.deleted_at is null`;

@Injectable()
export class SessionsRepository {
  private readonly bounds: SessionBounds;

  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(ACCESS_OPTIONS) options: AccessOptions,
  ) {
    this.bounds = sessionBoundsOf(options);
  }

  async insert(session: NewSession): Promise<void> {
    const { tokenHash, userId, method, secondFactor, userAgent, network } = session;
    await rowsOf(
      this.database.pool,
      sql`insert into sessions (token_hash, user_id, expires_at, method, second_factor, user_agent, network)
          values (${tokenHash}, ${userId}::uuid, now() + make_interval(secs => ${this.bounds.lifetimeSeconds}), ${method},
                  ${secondFactor}, ${userAgent ?? null}, ${network})`,
    );
  }

  async ownerOf(tokenHash: Buffer): Promise<SessionOwner | undefined> {
    const { idleSeconds } = this.bounds;
    const values = [tokenHash, idleSeconds, seenEvery(idleSeconds)];
    const [owner] = await this.database.prepared<SessionOwner>({ text: FIND_OWNER, values });
    return owner;
  }

  async noteSeen(id: string): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`update sessions set last_seen_at = now()
           where id = ${id}::uuid and last_seen_at < now() - make_interval(secs => ${seenEvery(this.bounds.idleSeconds)})`,
    );
  }

  async noteSecondFactor(id: string): Promise<void> {
    await rowsOf(this.database.pool, sql`update sessions set second_factor = true where id = ${id}::uuid`);
  }

  /** Answers whether it was still there. */
  async noteProof(userId: string, id: string): Promise<boolean> {
    const rows = await rowsOf(
      this.database.pool,
      sql`update sessions set proved_at = now()
           where id = ${id}::uuid and user_id = ${userId}::uuid returning 1`,
    );
    return rows.length > 0;
  }

  async ofUser(userId: string): Promise<SessionRow[]> {
    return rowsOf<SessionRow & Record<string, unknown>>(
      this.database.pool,
      sql`select id, created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", method,
                 user_agent as "userAgent", network
            from sessions
           where user_id = ${userId}::uuid and expires_at > now()
             and last_seen_at > now() - make_interval(secs => ${this.bounds.idleSeconds})
           order by last_seen_at desc, id desc`,
    );
  }

  /** Answers whether there was one. */
  async end(userId: string, id: string): Promise<boolean> {
    const rows = await rowsOf(
      this.database.pool,
      sql`delete from sessions where id = ${id}::uuid and user_id = ${userId}::uuid returning 1`,
    );
    return rows.length > 0;
  }

  async endByToken(tokenHash: Buffer): Promise<void> {
    await rowsOf(this.database.pool, sql`delete from sessions where token_hash = ${tokenHash}`);
  }

  async endAll(userId: string): Promise<void> {
    await rowsOf(this.database.pool, sql`delete from sessions where user_id = ${userId}::uuid`);
  }

  async endOthers(userId: string, keptId: string): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`delete from sessions where user_id = ${userId}::uuid and id <> ${keptId}::uuid`,
    );
  }

  /** Sessions that nobody can use any more are not kept. */
  async forgetExpired(): Promise<void> {
    await rowsOf(
      this.database.pool,
      sql`delete from sessions
           where expires_at < now() or last_seen_at < now() - make_interval(secs => ${this.bounds.idleSeconds})`,
    );
  }
}
