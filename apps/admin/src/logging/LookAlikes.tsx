import { Alert, Button, Stack, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useNotify } from 'react-admin';
import { useT } from '../i18n/use-t';
import { request } from '../providers/http';
import { matchCompanies, type CompanyMatch } from '../providers/lists';
import { describeCompany } from '../ui/inputs/describe';
import { useDebounced } from '../ui/use-debounced';
import { useErrorText } from '../ui/use-error-text';
import { useMay } from '../ui/use-may';
import type { Draft, NewCompany } from './draft';

interface LookAlikesProps {
  company: NewCompany;
  set: (change: Partial<Draft>) => void;
}

const MOST = 3;
const MOST_REASONS = 2;
/** What is less likely than this would only stand in the way. */
const LEAST_SCORE = 0.1;

/** The registered companies that a new one may be, and why, so that somebody takes one instead of doubling it. */
export function LookAlikes({ company, set }: LookAlikesProps) {
  const t = useT();
  const match = useMatch(company);
  const alike = match?.matches.filter(({ score }) => score >= LEAST_SCORE).slice(0, MOST) ?? [];
  const take = (id: string, name: string): void =>
    set({ newCompany: null, companyId: id, companyName: name });
  if (alike.length === 0 && !match?.deleted) return null;
  return (
    <Alert severity="warning" icon={false}>
      {alike.length > 0 && t('logging.lookAlikes')}
      {alike.map(({ company: found, reasons }) => (
        <Stack
          key={found.id}
          direction="row"
          sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 2, mt: 1 }}
        >
          <span>
            <strong>{found.name}</strong> {describeCompany(found)}
            <Typography component="span" variant="body2" sx={{ display: 'block' }}>
              {inWords(reasons)}
            </Typography>
          </span>
          <Button size="small" color="inherit" onClick={() => take(found.id, found.name)}>
            {t('logging.takeThisOne')}
          </Button>
        </Stack>
      ))}
      {match?.deleted && <Deleted company={match.deleted} onRestored={take} />}
    </Alert>
  );
}

const inWords = (reasons: CompanyMatch['matches'][number]['reasons']): string =>
  reasons
    .filter(({ weight }) => weight > 0)
    .slice(0, MOST_REASONS)
    .map(({ text }) => text)
    .join(' · ');

function useMatch({ name, kvkNumber, municipality }: NewCompany): CompanyMatch | undefined {
  const typed = useDebounced(JSON.stringify({ name: name.trim(), kvkNumber, municipality }), 300);
  const asked = JSON.parse(typed) as { name: string; kvkNumber: string; municipality: string };
  const { data } = useQuery({
    queryKey: ['companies', 'matches', typed],
    queryFn: () =>
      matchCompanies([
        {
          name: asked.name,
          ...(asked.kvkNumber !== '' && { kvkNumber: asked.kvkNumber }),
          ...(asked.municipality !== '' && { municipality: asked.municipality }),
        },
      ]),
    enabled: asked.name.length >= 3 || /^\d{8}$/.test(asked.kvkNumber),
    retry: false,
  });
  return data?.[0];
}

interface DeletedProps {
  company: NonNullable<CompanyMatch['deleted']>;
  onRestored: (id: string, name: string) => void;
}

/** A company that had the number and was deleted: who may, takes the deletion back. */
function Deleted({ company: { id, name }, onRestored }: DeletedProps) {
  const t = useT();
  const notify = useNotify();
  const errorText = useErrorText();
  const may = useMay()('companies', 'delete');
  const restore = async (): Promise<void> => {
    try {
      await request('POST', `/companies/${id}/restore`);
      onRestored(id, name);
    } catch (error) {
      notify(errorText(error), { type: 'error' });
    }
  };
  return (
    <Stack direction="row" sx={{ justifyContent: 'space-between', alignItems: 'center', gap: 2, mt: 1 }}>
      <span>{t('duplicates.wasDeleted', { company: name })}</span>
      {may && (
        <Button size="small" color="inherit" onClick={() => void restore()}>
          {t('duplicates.bringBack')}
        </Button>
      )}
    </Stack>
  );
}
