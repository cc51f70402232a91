import { Box, Button, Stack, TextField, Typography } from '@mui/material';
import type { ImportMapping } from '@fieldlab/domain';
import { useNotify } from 'react-admin';
import { useT } from '../../i18n/use-t';
import { useKept } from '../../ui/forms/use-kept';
import type { Wizard } from '../use-import';
import { complete, fitted, sheetIn, withSheet } from './mapping-state';
import { SheetMapping } from './SheetMapping';
import type { Layout } from './use-layout';
import { useRemembered } from './use-remembered';

interface MappingStepProps {
  layout: Layout;
  file: File;
  wizard: Wizard;
}

interface Said {
  mapping: ImportMapping;
  title: string;
}

/** What is said of the columns, and what follows from having said it. */
function useSaid({ layout, file, wizard }: MappingStepProps) {
  const t = useT();
  const notify = useNotify();
  const remembered = useRemembered();
  const { value, set, restart } = useKept<Said>(`import.mapping.${file.name}`, {
    mapping: wizard.mapping ?? layout.mapping,
    title: '',
  });
  const mapping = complete(value.mapping, layout);
  const check = (): void => {
    const { mends, setAside, reason } = wizard;
    const title = value.title.trim();
    if (title !== '')
      remembered.keep(title, mapping).catch(() => notify(t('importing.map.keptNot'), { type: 'warning' }));
    restart();
    wizard.layout.close();
    wizard.check(file, { mends, setAside, reason, mapping });
  };
  const recall = (title: string): void => {
    const found = remembered.all.find((one) => one.title === title);
    set(found ? { mapping: fitted(found.mapping, layout), title } : { mapping: layout.mapping, title: '' });
  };
  return {
    value,
    set,
    check,
    recall,
    titles: remembered.all.map(({ title }) => title),
    isEmpty: mapping.sheets.length === 0,
  };
}

/** What each column of a file of another layout holds: guessed, and corrected by choosing. */
export function MappingStep(props: MappingStepProps) {
  const { layout } = props;
  const t = useT();
  const { value, set, check, recall, titles, isEmpty } = useSaid(props);
  return (
    <Box sx={{ mb: 6 }}>
      <Typography variant="h2" sx={{ mb: 2 }}>
        {t('importing.map.title')}
      </Typography>
      <Typography sx={{ mb: 4, maxWidth: 720 }}>{t('importing.map.help')}</Typography>
      {titles.length > 0 && <Remembered titles={titles} onChoose={recall} />}
      {layout.sheets.map((looks) => (
        <SheetMapping
          key={looks.name}
          looks={looks}
          sheet={sheetIn(value.mapping, looks)}
          onChange={(changed) => set({ mapping: withSheet(value.mapping, changed) })}
        />
      ))}
      <Finish title={value.title} onTitle={(title) => set({ title })} isEmpty={isEmpty} onCheck={check} />
    </Box>
  );
}

function Remembered({ titles, onChoose }: { titles: readonly string[]; onChoose: (title: string) => void }) {
  const t = useT();
  return (
    <TextField
      select
      label={t('importing.map.remembered')}
      defaultValue=""
      onChange={(event) => onChoose(event.target.value)}
      slotProps={{ select: { native: true }, inputLabel: { shrink: true } }}
      sx={{ display: 'flex', maxWidth: 480, mb: 4 }}
    >
      <option value="">{t('importing.map.guessed')}</option>
      {titles.map((title) => (
        <option key={title} value={title}>
          {title}
        </option>
      ))}
    </TextField>
  );
}

interface FinishProps {
  title: string;
  onTitle: (title: string) => void;
  isEmpty: boolean;
  onCheck: () => void;
}

/** A name for the next time, and on to the check. */
function Finish({ title, onTitle, isEmpty, onCheck }: FinishProps) {
  const t = useT();
  return (
    <>
      <TextField
        label={t('importing.map.rememberAs')}
        helperText={t('importing.map.rememberHelp')}
        value={title}
        onChange={(event) => onTitle(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 200 } }}
        sx={{ display: 'flex', maxWidth: 480, mb: 4 }}
      />
      <Stack direction="row" sx={{ gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
        <Button variant="contained" onClick={onCheck} disabled={isEmpty}>
          {t('importing.map.check')}
        </Button>
        {isEmpty && <Typography>{t('importing.map.nothing')}</Typography>}
      </Stack>
    </>
  );
}
