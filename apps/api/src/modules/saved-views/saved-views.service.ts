import { Inject, Injectable } from '@nestjs/common';
import { DomainError, MOST_VIEWS, notFound, VIEWED_RESOURCE_NAMES, VIEWED_RESOURCES } from '@fieldlab/domain';
import { authorshipOf, may, requirePermission, type Actor } from '../../access/actor';
import { Database, type SqlClient } from '../../platform/database/database';
import { lockRow } from '../../platform/database/lock-row';
import type { Queryable } from '../../platform/database/sql';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { keepAnswer, type Claimed } from '../../resource/idempotency.repository';
import { atVersion } from '../../resource/record.service';
import type {
  SavedView,
  SavedViewChange,
  SavedViewInput,
  SavedViewList,
  SavedViewPage,
} from './saved-view.dto';
import { SavedViewsRepository } from './saved-views.repository';

/** How people look at lists and at the overview: kept for themselves, or shared with whoever may read the same. */
@Injectable()
export class SavedViewsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(SavedViewsRepository) private readonly views: SavedViewsRepository,
  ) {}

  list(actor: Actor, { resource }: SavedViewList): Promise<SavedViewPage> {
    requirePermission(actor, 'saved-view:read');
    const asked = resource === undefined ? VIEWED_RESOURCE_NAMES : [resource];
    const readable = asked.filter((one) => may(actor, VIEWED_RESOURCES[one]));
    return this.views.list(this.database.pool, actor.id, readable);
  }

  /** @throws DomainError NOT_FOUND of what somebody keeps for themselves, or of a list that the actor may not read */
  async get(actor: Actor, id: string): Promise<SavedView> {
    requirePermission(actor, 'saved-view:read');
    return this.seen(this.database.pool, actor, id);
  }

  /** @throws DomainError DUPLICATE_VIEW, TOO_MANY_VIEWS */
  create(actor: Actor, input: SavedViewInput, claim: Claimed | undefined): Promise<SavedView> {
    requirePermission(actor, 'saved-view:write');
    requirePermission(actor, VIEWED_RESOURCES[input.resource]);
    return this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      await this.requireRoom(client, actor.id);
      const id = await this.views.insert(client, actor.id, input);
      const view = (await this.views.find(client, id)) ?? missing();
      await keepAnswer(client, claim, view);
      return view;
    });
  }

  /** @throws DomainError FORBIDDEN of a colleague's view, of which administrators alone end the sharing; START_OF_ROLE */
  change(actor: Actor, id: string, version: number, change: SavedViewChange): Promise<SavedView> {
    requirePermission(actor, 'saved-view:write');
    return this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const view = await this.toWrite(client, actor, id, version);
      const endsSharing = change.isShared === false && Object.keys(change).length === 1;
      requireOwner(actor, view, endsSharing);
      if (change.isShared === false) requireNoStart(view);
      await this.views.change(client, id, change);
      return (await this.views.find(client, id)) ?? missing();
    });
  }

  /** @throws DomainError FORBIDDEN of a colleague's view, which administrators alone remove; START_OF_ROLE */
  async remove(actor: Actor, id: string, version: number): Promise<void> {
    requirePermission(actor, 'saved-view:write');
    await this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const view = await this.toWrite(client, actor, id, version);
      requireOwner(actor, view, true);
      requireNoStart(view);
      await this.views.setDeleted(client, id, true);
    });
  }

  /** Takes a deletion back: of one's own view, as an administrator of anybody's that was shared. */
  restore(actor: Actor, id: string, claim: Claimed | undefined): Promise<SavedView> {
    requirePermission(actor, 'saved-view:write');
    return this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      const gone = (await this.views.findDeleted(client, id)) ?? missing();
      if (!isSeen(actor, gone)) missing();
      requireOwner(actor, gone, true);
      await this.requireRoom(client, gone.owner.id);
      await lockRow(client, 'saved_views', id);
      await this.views.setDeleted(client, id, false);
      const view = (await this.views.find(client, id)) ?? missing();
      await keepAnswer(client, claim, view);
      return view;
    });
  }

  /** The view, locked, if the actor finds it among theirs. */
  async locked(client: SqlClient, actor: Actor, id: string): Promise<SavedView> {
    await lockRow(client, 'saved_views', id);
    return this.seen(client, actor, id);
  }

  private async toWrite(client: SqlClient, actor: Actor, id: string, version: number): Promise<SavedView> {
    return atVersion(await this.locked(client, actor, id), version);
  }

  private async seen(client: Queryable, actor: Actor, id: string): Promise<SavedView> {
    const view = (await this.views.find(client, id)) ?? missing();
    return isSeen(actor, view) ? view : missing();
  }

  /** Two requests of one person count one after the other. */
  private async requireRoom(client: SqlClient, ownerId: string): Promise<void> {
    await lockRow(client, 'users', ownerId);
    if ((await this.views.countOf(client, ownerId)) >= MOST_VIEWS)
      throw new DomainError('TOO_MANY_VIEWS', `There are ${MOST_VIEWS} views; delete one of them first.`);
  }
}

/** Whether somebody finds a view among theirs, and may read what it is of. */
export const isSeen = (actor: Actor, view: SavedView): boolean =>
  (view.isShared || view.owner.id === actor.id) && may(actor, VIEWED_RESOURCES[view.resource]);

function requireOwner(actor: Actor, { owner }: SavedView, isModeration: boolean): void {
  if (owner.id === actor.id || (isModeration && may(actor, 'saved-view:moderate'))) return;
  throw new DomainError('FORBIDDEN', 'Somebody else keeps this view; only they may do this.');
}

function requireNoStart({ startOf }: SavedView): void {
  if (startOf.length === 0) return;
  throw new DomainError('START_OF_ROLE', `People of a role come in here: ${startOf.join(', ')}.`);
}

const missing = (): never => {
  throw notFound('The view');
};
