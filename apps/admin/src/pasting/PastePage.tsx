import { Alert, Box, Button, Checkbox, FormControlLabel, Stack } from '@mui/material';
import { useCanAccess } from 'react-admin';
import { useSearchParams } from 'react-router-dom';
import { useFormat } from '../i18n/format';
import { useT } from '../i18n/use-t';
import { Failed } from '../ui/page/Failed';
import { Message } from '../ui/page/Message';
import { Page } from '../ui/page/Page';
import { Section } from '../ui/page/Section';
import { Waiting } from '../ui/page/Waiting';
import { emptyList } from './draft';
import { LinesTable } from './LinesTable';
import { PasteBox } from './PasteBox';
import { SaveBar } from './SaveBar';
import { TargetFields } from './TargetFields';
import { useFirms } from './use-firms';
import { usePastedList, type PastedList } from './use-list';
import { useSaving } from './use-saving';
import { Written } from './Written';

/** After an event: a block from a spreadsheet becomes participations or attendance, all of it or nothing. */
export default function PastePage() {
  const t = useT();
  const { canAccess, isPending } = useCanAccess({ resource: 'imports', action: 'create' });
  return (
    <Page title={t('pasting.title')} below={t('pasting.intro')}>
      {isPending && <Waiting rows={3} />}
      {canAccess && <Pasting />}
      {!isPending && !canAccess && (
        <Message title={t('frame.state.deniedTitle')} text={t('frame.state.denied')} />
      )}
    </Page>
  );
}

function Pasting() {
  const [parameters] = useSearchParams();
  const list = usePastedList({
    centreId: parameters.get('centreId'),
    activityId: parameters.get('activityId'),
  });
  const saving = useSaving();
  const again = (): void => {
    const { centreId, activityId, kind, level, date, withParticipation } = list.draft;
    list.replace({ ...emptyList(), centreId, activityId, kind, level, date, withParticipation });
    saving.restart();
  };
  if (saving.written) return <Written written={saving.written} draft={list.draft} onAgain={again} />;
  return (
    <>
      <TargetFields draft={list.draft} set={list.set} />
      {list.block.length === 0 ? (
        <PasteBox
          typed={list.draft.typed}
          onType={(typed) => list.set({ typed })}
          onPaste={(text) => list.set({ text, typed: '' })}
        />
      ) : (
        <Rows list={list} saving={saving} />
      )}
    </>
  );
}

function Rows({ list, saving }: { list: PastedList; saving: ReturnType<typeof useSaving> }) {
  const t = useT();
  const { number } = useFormat();
  const firms = useFirms(list.lines, list.draft);
  const count = t('pasting.rows', { smart_count: list.lines.length }).replace(
    String(list.lines.length),
    number(list.lines.length),
  );
  return (
    <Section title={count} actions={<Tools list={list} />}>
      {list.lines.length === 0 && <Alert severity="warning">{t('pasting.noCompanyColumn')}</Alert>}
      {Boolean(firms.error) && <Failed error={firms.error} onRetry={firms.retry} />}
      <Box aria-busy={firms.isSearching}>
        <LinesTable list={list} firms={firms} faults={saving.faults} />
      </Box>
      <SaveBar list={list} firms={firms} saving={saving} />
    </Section>
  );
}

function Tools({ list: { hasHeader, set } }: { list: PastedList }) {
  const t = useT();
  return (
    <Stack direction="row" sx={{ gap: 2, alignItems: 'center', flexWrap: 'wrap' }}>
      <FormControlLabel
        control={
          <Checkbox
            size="small"
            checked={hasHeader}
            onChange={(_event, isChecked) => set({ hasHeader: isChecked })}
          />
        }
        label={t('pasting.hasHeader')}
      />
      <Button
        size="small"
        onClick={() => set({ text: '', cells: {}, roles: null, hasHeader: null, choices: {} })}
      >
        {t('pasting.another')}
      </Button>
    </Stack>
  );
}
