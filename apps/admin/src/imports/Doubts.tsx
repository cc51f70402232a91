import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { ChangesTable } from './ChangesTable';
import { Counts } from './Counts';
import { FindingKinds, type FindingKind } from './FindingKinds';
import { PlannedRows } from './PlannedRows';
import { placeOf, type Import, type Wizard } from './use-import';

/** The workbook is sound: what will happen row by row, what to look at first, and which changes to accept. */
export function Doubts({ result, wizard }: { result: Import; wizard: Wizard }) {
  const t = useT();
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set());
  const { changes, openReviews, setAsideRows } = result;
  const accepted = changes.length - refused.size;
  const isAnything = writes(result) || accepted > 0;
  return (
    <Box sx={{ mb: 6 }}>
      <Alert severity={setAsideRows > 0 ? 'warning' : 'success'} role="status" sx={{ mb: 4 }}>
        <strong>{t(setAsideRows > 0 ? 'imports.restIsClean' : 'imports.cleanTitle')}.</strong>{' '}
        {setAsideRows > 0 && `${t('imports.willSetAside', { smart_count: setAsideRows })} `}
        {t(isAnything ? 'imports.cleanText' : 'importing.nothingToDo')}
      </Alert>
      <Counts result={result} />
      {openReviews > 0 && (
        <Typography sx={{ my: 4 }}>{t('imports.decideLater', { smart_count: openReviews })}</Typography>
      )}
      {isAnything && (
        <Button
          variant="contained"
          sx={{ my: 5 }}
          onClick={() => wizard.confirm(changes.filter((change) => refused.has(placeOf(change))))}
        >
          {accepted > 0 ? t('imports.confirmWithChanges', { smart_count: accepted }) : t('imports.confirm')}
        </Button>
      )}
      <Found result={result} />
      <ChangesTable changes={changes} refused={refused} onRefuse={setRefused} />
      <PlannedRows result={result} kind="FILLED" />
      <PlannedRows result={result} kind="NEW" />
    </Box>
  );
}

/** What is not read comes before what is only remarked on. */
function Found({ result: { id, findingKinds } }: { result: Import }) {
  const t = useT();
  const { number } = useFormat();
  const unread = findingKinds.filter((kind) => kind.unread);
  const remarks = findingKinds.filter((kind) => !kind.unread);
  const total = (kinds: readonly FindingKind[]): string =>
    number(kinds.reduce((sum, { count }) => sum + count, 0));
  return (
    <>
      <FindingKinds
        id={id}
        title={t('importing.unreadTitle', { count: total(unread) })}
        help={t('importing.unreadHelp')}
        kinds={unread}
      />
      <FindingKinds
        id={id}
        title={t('importing.remarksTitle', { count: total(remarks) })}
        help={t('importing.remarksHelp')}
        kinds={remarks}
      />
    </>
  );
}

const writes = ({ counts }: Import): boolean =>
  Object.values(counts).some(({ created, updated }) => created + updated > 0);
