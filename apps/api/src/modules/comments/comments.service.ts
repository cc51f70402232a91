import { Inject, Injectable } from '@nestjs/common';
import { COMMENTED_RESOURCES, DomainError, fault, invalidInput, notFound } from '@fieldlab/domain';
import { authorshipOf, boundOf, may, requirePermission, type Actor } from '../../access/actor';
import { Database, type SqlClient } from '../../platform/database/database';
import { lockRow } from '../../platform/database/lock-row';
import type { Queryable } from '../../platform/database/sql';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { keepAnswer, type Claimed } from '../../resource/idempotency.repository';
import { atVersion } from '../../resource/record.service';
import type {
  Comment,
  CommentChange,
  CommentedThing,
  CommentHistory,
  CommentInput,
  CommentList,
  CommentPage,
  CommentPerson,
  CommentReadersQuery,
} from './comment.dto';
import { CommentsRepository, type Commented } from './comments.repository';

/** What people say about a record: whoever sees the record reads it, and nobody else. */
@Injectable()
export class CommentsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(CommentsRepository) private readonly comments: CommentsRepository,
  ) {}

  /** @throws DomainError NOT_FOUND where the reader sees no such record */
  list(actor: Actor, query: CommentList): Promise<CommentPage> {
    requirePermission(actor, 'comment:read');
    return this.database.snapshot(async (client) => {
      await this.commented(client, actor, query);
      return this.comments.thread(client, query, query);
    });
  }

  /** Whom a comment may name. */
  readers(actor: Actor, query: CommentReadersQuery): Promise<{ data: CommentPerson[] }> {
    requirePermission(actor, 'comment-reader:read');
    return this.database.snapshot(async (client) => {
      const record = await this.commented(client, actor, query);
      return { data: await this.comments.readers(client, query, record, query) };
    });
  }

  /** The texts that it had; none of them once it was withdrawn. */
  history(actor: Actor, id: string): Promise<CommentHistory> {
    requirePermission(actor, 'comment:read');
    return this.database.snapshot(async (client) => {
      await this.seen(client, actor, id);
      return { data: await this.comments.versions(client, id) };
    });
  }

  async create(actor: Actor, input: CommentInput, claim: Claimed | undefined): Promise<Comment> {
    requirePermission(actor, 'comment:write');
    return this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      await this.checkMentions(client, actor, input, input.mentions);
      const id = await this.comments.insert(client, actor.id, input);
      const comment = (await this.comments.find(client, id)) ?? missing();
      await keepAnswer(client, claim, comment);
      return comment;
    });
  }

  /** @throws DomainError FORBIDDEN where somebody else wrote it; STALE_VERSION, NOT_FOUND */
  async change(actor: Actor, id: string, version: number, input: CommentChange): Promise<Comment> {
    requirePermission(actor, 'comment:write');
    return this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const comment = await this.toWrite(client, actor, id, version);
      if (comment.author.id !== actor.id) throw notTheirs();
      const thing = { ...comment, centreId: comment.centreId ?? undefined };
      const mentions = input.mentions ?? comment.mentions.map((person) => person.id);
      if (input.mentions) await this.checkMentions(client, actor, thing, mentions);
      await this.comments.change(client, id, input.text);
      await this.comments.setMentions(client, id, mentions);
      return (await this.comments.find(client, id)) ?? missing();
    });
  }

  /** Takes its text away from every reader. @throws DomainError as `change`; administrators withdraw anybody's */
  async withdraw(actor: Actor, id: string, version: number): Promise<void> {
    requirePermission(actor, 'comment:write');
    await this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const comment = await this.toWrite(client, actor, id, version);
      if (comment.author.id !== actor.id && !may(actor, 'comment:moderate')) throw notTheirs();
      await this.comments.withdraw(client, id, actor.id);
    });
  }

  /** The comment on a record that the actor sees, locked, with its text. */
  private async toWrite(client: SqlClient, actor: Actor, id: string, version: number): Promise<Comment> {
    await lockRow(client, 'comments', id);
    return atVersion(await this.seen(client, actor, id), version);
  }

  private async seen(client: Queryable, actor: Actor, id: string): Promise<Comment> {
    const comment = (await this.comments.find(client, id)) ?? missing();
    if (comment.withdrawnAt !== null) missing();
    const { resource, recordId, centreId } = comment;
    const thing = { resource, recordId, centreId: centreId ?? undefined };
    await this.commented(client, actor, thing).catch((error: unknown) => {
      throw error instanceof DomainError ? notFound('The comment') : error;
    });
    return comment;
  }

  private async commented(client: Queryable, actor: Actor, thing: CommentedThing): Promise<Commented> {
    requirePermission(actor, COMMENTED_RESOURCES[thing.resource]);
    const record = await this.comments.commented(client, thing);
    const bound = boundOf(actor);
    const centres = record?.centres ?? undefined;
    if (!record || (bound && centres && !centres.some((id) => bound.includes(id))))
      throw notFound('The record');
    return record;
  }

  /** Nobody is named who may not see what it is about. */
  private async checkMentions(
    client: Queryable,
    actor: Actor,
    thing: CommentedThing,
    ids: readonly string[],
  ): Promise<void> {
    const record = await this.commented(client, actor, thing);
    if (ids.length === 0) return;
    const readers = await this.comments.readers(client, thing, record, { ids });
    const known = new Set(readers.map(({ id }) => id));
    const faults = ids.flatMap((id, place) =>
      known.has(id.toLowerCase()) ? [] : [fault(`mentions.${place}`, 'NO_SUCH_RECORD')],
    );
    if (faults.length > 0) throw invalidInput(faults);
  }
}

const missing = (): never => {
  throw notFound('The comment');
};

const notTheirs = (): DomainError =>
  new DomainError('FORBIDDEN', 'Somebody else wrote this comment; only they may do this.');
