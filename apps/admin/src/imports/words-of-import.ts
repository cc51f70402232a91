import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import type { ImportSummary } from './use-import';

/** Where an import stands; one that only looked was a check. */
export function useImportStatus(): (one: ImportSummary) => string {
  const t = useT();
  return ({ status, dryRun }) =>
    t(dryRun && status === 'DONE' ? 'imports.status.CHECKED' : `imports.status.${status}`);
}

/** What an import brought in all sheets together: “120 nieuw, 3 aangevuld”. */
export function useWritten(): (one: ImportSummary) => string {
  const t = useT();
  const { number } = useFormat();
  return ({ counts }) =>
    (['created', 'updated'] as const)
      .map((what) => [what, Object.values(counts).reduce((sum, sheet) => sum + sheet[what], 0)] as const)
      .filter(([, count]) => count > 0)
      .map(([what, count]) => `${number(count)} ${t(`imports.${what}`)}`)
      .join(', ');
}

/** Who brought it in; the demonstration and commands have nobody. */
export function useImporter(): (one: ImportSummary) => string {
  const t = useT();
  return ({ actor: { id, name } }) => (id === null ? t('audit.program') : name);
}
