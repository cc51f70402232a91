import { Inject, Injectable } from '@nestjs/common';
import {
  DomainError,
  fault,
  invalidInput,
  isAllowed,
  VIEWED_RESOURCES,
  type FaultCode,
  type Role,
} from '@fieldlab/domain';
import { authorshipOf, requirePermission, type Actor } from '../../access/actor';
import { Database, type SqlClient } from '../../platform/database/database';
import type { Queryable } from '../../platform/database/sql';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { staleVersion } from '../../resource/record.service';
import type { OwnStart, OwnStartChange, RoleStart, SavedView } from './saved-view.dto';
import { SavedViewsRepository, startOf } from './saved-views.repository';
import { isSeen, SavedViewsService } from './saved-views.service';
import { StartsRepository, type RoleStartRow } from './starts.repository';

/** Where people come in after signing in: as their role does, unless they chose otherwise. */
@Injectable()
export class StartsService {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
    @Inject(StartsRepository) private readonly starts: StartsRepository,
    @Inject(SavedViewsRepository) private readonly views: SavedViewsRepository,
    @Inject(SavedViewsService) private readonly savedViews: SavedViewsService,
  ) {}

  ofRoles(actor: Actor): Promise<{ data: RoleStart[] }> {
    requirePermission(actor, 'role-start:read');
    return this.database.snapshot(async (client) => {
      const data: RoleStart[] = [];
      for (const row of await this.starts.ofRoles(client)) data.push(await toDto(client, row));
      return { data };
    });
  }

  /** @throws DomainError INVALID_INPUT of a view that is not shared, or that the role may not open; STALE_VERSION */
  setOfRole(actor: Actor, role: Role, version: number, viewId: string | null): Promise<RoleStart> {
    requirePermission(actor, 'role-start:write');
    return this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      if (viewId !== null) {
        const view = await this.chosen(client, actor, viewId);
        if (!view.isShared) throw notThis('NO_SUCH_RECORD');
        if (!isAllowed(role, VIEWED_RESOURCES[view.resource])) throw notThis('NOT_SEEN_BY_ROLE');
      }
      const row = await this.starts.setOfRole(client, role, version, viewId);
      if (!row) throw staleVersion();
      return toDto(client, row);
    });
  }

  own(actor: Actor): Promise<OwnStart> {
    requirePermission(actor, 'own-account:write');
    return this.database.snapshot((client) => this.ownOf(client, actor));
  }

  /** @throws DomainError INVALID_INPUT of a view that the actor does not see */
  setOwn(actor: Actor, { choice, viewId }: OwnStartChange): Promise<OwnStart> {
    requirePermission(actor, 'own-account:write');
    return this.unitOfWork.runSql(authorshipOf(actor), async (client) => {
      if (viewId !== null) await this.chosen(client, actor, viewId);
      await this.starts.setOwn(client, actor.id, { choice, viewId });
      return this.ownOf(client, actor);
    });
  }

  private async ownOf(client: Queryable, actor: Actor): Promise<OwnStart> {
    const { choice, viewId } = await this.starts.own(client, actor.id);
    const ofRole = await startOf(client, actor.role);
    const roleView = ofRole && isSeen(actor, ofRole) ? ofRole : null;
    if (choice === 'OVERVIEW') return { choice, viewId, view: null, roleView };
    // One that is not shared any more, or that another role does not see, is as none.
    const own = viewId === null ? undefined : await this.views.find(client, viewId);
    return { choice, viewId, view: own && isSeen(actor, own) ? own : roleView, roleView };
  }

  private chosen(client: SqlClient, actor: Actor, viewId: string): Promise<SavedView> {
    return this.savedViews.locked(client, actor, viewId).catch((error: unknown) => {
      if (isNotFound(error)) throw notThis('NO_SUCH_RECORD');
      throw error;
    });
  }
}

const isNotFound = (error: unknown): boolean => error instanceof DomainError && error.code === 'NOT_FOUND';
const notThis = (code: FaultCode): DomainError => invalidInput([fault('viewId', code)]);

const toDto = async (client: Queryable, { role, version, updatedAt }: RoleStartRow): Promise<RoleStart> => ({
  role,
  version,
  updatedAt: updatedAt.toISOString(),
  view: (await startOf(client, role)) ?? null,
});
