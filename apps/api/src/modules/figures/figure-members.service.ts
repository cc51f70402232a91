import { Inject, Injectable } from '@nestjs/common';
import type { FigureMember } from '@fieldlab/domain';
import { boundOf, requirePermission, type Actor } from '../../access/actor';
import { assertCentreScope } from '../../access/scope';
import type { PageRequest } from './engine/engine-context';
import { FiguresService, type MembersQuery } from './figures.service';

/** The records behind a figure, for who may see them: the figure itself is for everybody who signed in. */
@Injectable()
export class FigureMembersService {
  constructor(@Inject(FiguresService) private readonly figures: FiguresService) {}

  /** @throws DomainError FORBIDDEN in a scope that is not the actor's own; INVALID_INPUT as the figure itself. */
  async list(
    actor: Actor,
    query: MembersQuery,
    page: PageRequest,
  ): Promise<{ data: FigureMember[]; total: number }> {
    requirePermission(actor, 'figure-member:read');
    assertCentreScope(actor, query.scope);
    return this.figures.members(query, page, boundOf(actor));
  }
}
