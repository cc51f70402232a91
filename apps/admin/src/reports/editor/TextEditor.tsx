import { Box, FormControlLabel, FormHelperText, Switch } from '@mui/material';
import { LONGEST_TEXT } from '@fieldlab/domain';
import { useEffect, useEffectEvent, useId, useRef, useState, useSyncExternalStore } from 'react';
import { useT } from '../../i18n/use-t';
import type { ReportDraft, ReportWithFigures } from '../../providers/reports';
import { FigurePicker } from '../FigurePicker';
import { ChipCard } from './ChipCard';
import { FoundFigures } from './FoundFigures';
import { PAGE_LOOK } from './page-look';
import { Toolbar } from './Toolbar';
import { useFiguresShown } from './use-figures-shown';
import { useLastEdition, type LastEdition } from './use-last-edition';
import { Writer, type FieldIds } from './writer';
import type { LookUp } from './chips';

export interface TextEditorProps {
  report: ReportWithFigures;
  draft: ReportDraft;
  onChange: (text: string) => void;
}

/** The text as it will be read, written in place: figures are chips, and nobody sees how it is stored. */
export default function TextEditor({ report, draft, onChange }: TextEditorProps) {
  const t = useT();
  const [writer] = useState(() => new Writer(draft.text));
  const last = useLastEdition(report.id);
  const [isCompared, setCompared] = useState(true);
  const { look, picks } = useFiguresShown(report, draft, isCompared ? last : undefined);
  const { around, place, ids } = useWriter(writer, draft.text, onChange);
  useEffect(() => writer.show(look, picks), [writer, look, picks]);
  useCompared(writer, isCompared ? last : undefined, look);
  const { length } = draft.text;
  const isTooLong = length > LONGEST_TEXT;
  return (
    <Box>
      <Toolbar writer={writer} state={around.state} />
      {last && (
        <FormControlLabel
          control={<Switch size="small" checked={isCompared} onChange={(_event, is) => setCompared(is)} />}
          label={t('reports.edit.compared', { number: last.edition })}
          sx={{ mt: 2 }}
        />
      )}
      <Box ref={place} sx={PAGE_LOOK} />
      <FormHelperText id={ids.help} error={isTooLong} sx={{ mt: 5 }}>
        {isTooLong ? t('reports.edit.tooLong', { length, most: LONGEST_TEXT }) : t('reports.edit.textHelp')}
      </FormHelperText>
      <FoundFigures writer={writer} around={around} ids={ids} />
      <ChipCard writer={writer} around={around} look={look} />
      {around.asked !== undefined && (
        <FigurePicker
          key={around.asked}
          source={around.asked}
          draft={draft}
          onPick={(source) => writer.answer(source)}
          onRemove={() => writer.answer(null)}
          onClose={() => writer.answer(undefined)}
        />
      )}
    </Box>
  );
}

/** Draws the text, follows what is around it, and gives it back what came from elsewhere. */
function useWriter(writer: Writer, text: string, onChange: (text: string) => void) {
  const t = useT();
  const place = useRef<HTMLDivElement>(null);
  const id = useId();
  const around = useSyncExternalStore(writer.subscribe, writer.snapshot);
  const label = t('reports.edit.text');
  const changed = useEffectEvent(onChange);
  const ids: FieldIds = { help: `${id}help`, list: `${id}list`, option: (index) => `${id}option${index}` };
  useEffect(() => {
    if (!place.current) return undefined;
    const option = (index: number): string => `${id}option${index}`;
    const names = { label, help: `${id}help`, list: `${id}list`, option };
    return writer.mount(place.current, names, (next) => changed(next));
  }, [writer, label, id]);
  useEffect(() => writer.take(text), [writer, text]);
  return { around, place, ids };
}

function useCompared(writer: Writer, last: LastEdition | undefined, look: LookUp): void {
  const tell = useEffectEvent((source: string) => {
    const { name, value, former } = look(source);
    return `${name} ${former ?? value}`;
  });
  useEffect(
    () => writer.compare(last && { text: last.text, tell: (source) => tell(source) }),
    [writer, last],
  );
}
