import type { LinkDto, StatementDto } from './statement.dto';
import type { LinkRow, StatementRow } from './statements.repository';

export function toStatementDto({ id: _, ...row }: StatementRow): StatementDto {
  return {
    ...row,
    askedAt: row.askedAt.toISOString(),
    openUntil: row.openUntil?.toISOString() ?? null,
    answeredAt: row.answeredAt?.toISOString() ?? null,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  };
}

export const toLinkDto = ({ id: _, ...row }: LinkRow): LinkDto => ({
  ...row,
  openUntil: row.openUntil.toISOString(),
});
