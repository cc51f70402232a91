import { Inject, Injectable } from '@nestjs/common';
import { isAllowed, notFound } from '@fieldlab/domain';
import { authorshipOf, requirePermission, requireSession, type Actor } from '../../access/actor';
import { newToken, tokenHash } from '../../platform/secrets/secrets';
import { UnitOfWork } from '../../platform/database/unit-of-work';
import { toApiTokenDto } from './api-token.mapper';
import type { ApiTokenCreateDto, ApiTokenDto, ApiTokenQuery, NewApiTokenDto } from './api-tokens.dto';
import { ApiTokensRepository, type ApiTokenRow } from './api-tokens.repository';

/** So that a token found in a log or a repository is recognised for what it is. */
const MARK = 'flt_';
const SHOWN = MARK.length + 6;

@Injectable()
export class ApiTokensService {
  constructor(
    @Inject(ApiTokensRepository) private readonly tokens: ApiTokensRepository,
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The one time that the token itself is answered. */
  async create(actor: Actor, { name, expiresAt, scopes }: ApiTokenCreateDto): Promise<NewApiTokenDto> {
    requirePermission(actor, 'own-account:write');
    const sessionId = requireSession(actor);
    const token = MARK + newToken();
    const row = await this.unitOfWork.runSql(authorshipOf(actor), (client) =>
      this.tokens.insert(client, {
        userId: actor.id,
        name,
        tokenHash: tokenHash(token),
        prefix: token.slice(0, SHOWN),
        expiresAt: expiresAt ?? null,
        scopes,
        sessionId,
      }),
    );
    return { ...toApiTokenDto(row), token };
  }

  async list(actor: Actor, query: ApiTokenQuery): Promise<{ data: ApiTokenDto[]; total: number }> {
    requirePermission(actor, 'own-account:write');
    const { rows, total } = await this.tokens.list(query, ownerBound(actor));
    return { data: rows.map(toApiTokenDto), total };
  }

  async get(actor: Actor, id: string): Promise<ApiTokenDto> {
    requirePermission(actor, 'own-account:write');
    return toApiTokenDto(await this.find(actor, id));
  }

  /** It stays in the list, revoked. Once is enough: again is fine. */
  async revoke(actor: Actor, id: string): Promise<void> {
    requirePermission(actor, 'own-account:write');
    await this.find(actor, id);
    await this.unitOfWork.runSql(authorshipOf(actor), (client) => this.tokens.revoke(client, id));
  }

  private async find(actor: Actor, id: string): Promise<ApiTokenRow> {
    const row = await this.tokens.find(id, ownerBound(actor));
    if (!row) throw notFound('The token');
    return row;
  }
}

/** Everybody's tokens are seen by who may see them all; other people see their own. */
const ownerBound = (actor: Actor): string | undefined =>
  isAllowed(actor.role, 'api-token:read') ? undefined : actor.id;
